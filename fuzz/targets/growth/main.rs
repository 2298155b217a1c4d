#![no_main]

mod count;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let worst = wamark_fuzz::targets::growth::run(data, &mut count::work);
    count::guide(worst);
});
