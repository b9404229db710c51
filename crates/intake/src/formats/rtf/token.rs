//! RTF in pieces: groups, control words, characters.

/// One piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word` or `\word12`.
    Word(&'a str, Option<i32>),
    /// `\*`, `\~`, `\-` and their like.
    Symbol(u8),
    /// A byte of text: as it stands, or `\'hh`.
    Byte(u8),
}

/// The pieces of an RTF text.
pub(crate) struct Tokens<'a> {
    rest: &'a [u8],
}

/// The longest control word; the specification allows 32 letters.
const WORD: usize = 32;

impl<'a> Tokens<'a> {
    /// Reads `bytes`.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn word(&mut self) -> Token<'a> {
        let length = self.rest.iter().take(WORD).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (word, rest) = self.rest.split_at(length);
        let word = std::str::from_utf8(word).unwrap_or("");
        let sign = usize::from(rest.first() == Some(&b'-'));
        let digits = rest.iter().skip(sign).take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let length = if digits > 0 { sign + digits } else { 0 };
        let (number, rest) = rest.split_at(length);
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse().ok());
        self.rest = rest.strip_prefix(b" ").unwrap_or(rest);
        if word == "bin" {
            // What follows is not text, however it looks.
            let length = number.and_then(|length: i32| usize::try_from(length).ok()).unwrap_or(0);
            self.rest = self.rest.get(length..).unwrap_or(&[]);
        }
        Token::Word(word, number)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (first, rest) = self.rest.split_first()?;
            self.rest = rest;
            return Some(match first {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\r' | b'\n' | 0 => continue,
                b'\\' => match rest.first()? {
                    b'\'' => {
                        let digits = rest.get(1..3).and_then(|digits| std::str::from_utf8(digits).ok());
                        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
                        self.rest = rest.get(if byte.is_some() { 3 } else { 1 }..).unwrap_or(&[]);
                        match byte {
                            Some(byte) => Token::Byte(byte),
                            None => continue,
                        }
                    }
                    b'{' | b'}' | b'\\' => {
                        let byte = rest[0];
                        self.rest = &rest[1..];
                        Token::Byte(byte)
                    }
                    byte if byte.is_ascii_alphabetic() => self.word(),
                    symbol => {
                        let symbol = *symbol;
                        self.rest = &rest[1..];
                        Token::Symbol(symbol)
                    }
                },
                byte => Token::Byte(*byte),
            });
        }
    }
}
