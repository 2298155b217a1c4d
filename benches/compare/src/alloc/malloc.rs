//! The C library's allocator behind a counter: Rust's allocator stands on it, as do the engines in
//! C, so that all are counted and pay for it alike.
//!
//! A program's own `malloc` takes the place of glibc's in all libraries that it loads. `free` stays
//! glibc's: what it is given comes from glibc.

use std::ffi::c_void;

use super::add_one;

unsafe extern "C" {
    fn __libc_malloc(size: usize) -> *mut c_void;
    fn __libc_calloc(count: usize, size: usize) -> *mut c_void;
    fn __libc_realloc(block: *mut c_void, size: usize) -> *mut c_void;
}

// SAFETY: `malloc` by glibc's own hand, which keeps the contract of the name.
#[unsafe(no_mangle)]
unsafe extern "C" fn malloc(size: usize) -> *mut c_void {
    add_one();
    // SAFETY: any size is allowed.
    unsafe { __libc_malloc(size) }
}

// SAFETY: `calloc` by glibc's own hand, which keeps the contract of the name.
#[unsafe(no_mangle)]
unsafe extern "C" fn calloc(count: usize, size: usize) -> *mut c_void {
    add_one();
    // SAFETY: any count and size are allowed.
    unsafe { __libc_calloc(count, size) }
}

// SAFETY: `realloc` by glibc's own hand, which keeps the contract of the name.
#[unsafe(no_mangle)]
unsafe extern "C" fn realloc(block: *mut c_void, size: usize) -> *mut c_void {
    add_one();
    // SAFETY: the caller keeps the contract of `realloc`; `block` came from glibc.
    unsafe { __libc_realloc(block, size) }
}
