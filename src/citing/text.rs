//! Texts made fit for where they are written.

/// A text on one line: runs of blanks and control characters become one space.
pub(super) fn flat(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if !word.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line += word;
        }
    }
    line
}

/// The address, if it may become a link: `https`, `http` or `mailto`, and no blanks.
pub(super) fn link(url: &str) -> Option<&str> {
    let url = url.trim();
    let (scheme, rest) = url.split_once(':')?;
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let known = if web {
        rest.strip_prefix("//").is_some_and(|host| !host.is_empty())
    } else {
        scheme.eq_ignore_ascii_case("mailto") && !rest.is_empty()
    };
    let sound = !url.contains(|c: char| c.is_whitespace() || c.is_control());
    (known && sound).then_some(url)
}

/// An address with the characters in `unsafe_here` percent-encoded.
pub(super) fn encoded(url: &str, unsafe_here: &[char]) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if unsafe_here.contains(&c) || c.is_whitespace() || c.is_control() {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out += &format!("%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// A text on one line, so escaped that Markdown shows it as it stands.
#[must_use]
pub fn markdown(text: &str) -> String {
    escaped(&flat(text))
}

/// One line of text, so escaped that Markdown shows it as it stands.
pub(super) fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    // Only at a line's start do these begin a list, a rule or a heading.
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    for (at, c) in line.chars().enumerate() {
        let starts = (at == 0 && matches!(c, '-' | '+' | '='))
            || (at == digits && digits > 0 && matches!(c, '.' | ')'));
        let always = "\\`*_[]<>#|~&$^".contains(c);
        if starts || always {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A text with its first letter in upper case.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// The parts that are not empty, joined.
pub(super) fn joined(parts: &[String], between: &str) -> String {
    let known: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    known.join(between)
}
