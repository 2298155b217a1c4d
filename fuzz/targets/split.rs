#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| wamark_fuzz::targets::split::run(data));
