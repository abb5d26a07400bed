//! Characters converted with the crate encoding_rs, block by block: transcode to-utf-8|to-cp932 IN
use encoding_rs::{CoderResult, SHIFT_JIS};
use std::fs::File;
use std::io::{Read, Write};

const BLOCK: usize = 256 * 1024;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().collect();
    let mut input = File::open(&words[2])?;
    let mut output = std::io::stdout().lock();
    let mut block = vec![0u8; BLOCK];
    let mut converted = vec![0u8; 8 * BLOCK];
    let mut decoder = SHIFT_JIS.new_decoder_without_bom_handling();
    let mut encoder = SHIFT_JIS.new_encoder();
    let mut kept = 0; // bytes of a character that the last block cut
    loop {
        let got = input.read(&mut block[kept..])?;
        let last = got == 0;
        let filled = kept + got;
        kept = 0;
        let written = if words[1] == "to-utf-8" {
            let (result, _, written, bad) = decoder.decode_to_utf8(&block[..filled], &mut converted, last);
            if bad || result != CoderResult::InputEmpty {
                return Err("not CP932".into());
            }
            written
        } else {
            let whole = match std::str::from_utf8(&block[..filled]) {
                Ok(_) => filled,
                Err(error) => error.valid_up_to(),
            };
            let text = std::str::from_utf8(&block[..whole])?;
            let (_, _, written, _) = encoder.encode_from_utf8(text, &mut converted, last);
            block.copy_within(whole..filled, 0);
            kept = filled - whole;
            written
        };
        output.write_all(&converted[..written])?;
        if last {
            return Ok(());
        }
    }
}
