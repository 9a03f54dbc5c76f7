//! What every language has to say, and what the code asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::Language;
use super::messages::{ROOMS, files};

type Variables = BTreeSet<String>;

fn of_inline(expression: &InlineExpression<&str>, out: &mut Variables) {
    match expression {
        InlineExpression::VariableReference { id } => {
            out.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, out),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        // Nothing that a reader would have to look up elsewhere.
        other => panic!("only variables, texts and numbers are used: {other:?}"),
    }
}

fn of_expression(expression: &Expression<&str>, out: &mut Variables) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, out),
        Expression::Select { selector, variants } => {
            of_inline(selector, out);
            for variant in variants {
                of_pattern(&variant.value, out);
            }
        }
    }
}

fn of_pattern(pattern: &Pattern<&str>, out: &mut Variables) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, out);
        }
    }
}

/// Every message with its variables, and what is wrong with how they are written.
fn messages(language: Language) -> (BTreeMap<String, Variables>, Vec<String>) {
    let (mut found, mut wrong) = (BTreeMap::new(), Vec::new());
    for (room, text) in ROOMS.iter().zip(files(language)) {
        let resource = match parser::parse(*text) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                wrong.extend(
                    errors
                        .iter()
                        .map(|error| format!("{language:?}/{room}: {error}")),
                );
                resource
            }
        };
        for entry in &resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let values = message.value.iter().map(|value| (String::new(), value));
            let attributes = message
                .attributes
                .iter()
                .map(|attribute| (format!(".{}", attribute.id.name), &attribute.value));
            for (suffix, pattern) in values.chain(attributes) {
                let id = format!("{}{suffix}", message.id.name);
                let mut variables = Variables::new();
                of_pattern(pattern, &mut variables);
                if found.insert(id.clone(), variables).is_some() {
                    wrong.push(format!("{language:?}/{room}: {id} is given twice"));
                }
            }
        }
    }
    (found, wrong)
}

/// Whether a message has words under which people look for something, which one language may have and another not.
fn is_for_finding(id: &str) -> bool {
    id.rsplit_once('.')
        .is_some_and(|(_, attribute)| attribute == "also")
}

#[test]
fn every_language_says_the_same_of_the_same() {
    let (english, mut wrong) = messages(Language::English);
    for language in Language::ALL {
        let (own, errors) = messages(language);
        wrong.extend(errors);
        for (id, variables) in &english {
            match own.get(id) {
                None if is_for_finding(id) => {}
                None => wrong.push(format!("{language:?} lacks {id}")),
                Some(other) if other != variables => wrong.push(format!(
                    "{language:?} fills {id} with {other:?}, English with {variables:?}"
                )),
                Some(_) => {}
            }
        }
        let unknown = own.keys().filter(|id| !english.contains_key(*id));
        let unknown = unknown.filter(|id| !is_for_finding(id));
        wrong.extend(unknown.map(|id| format!("{language:?} has {id}, which English lacks")));
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The text between the parenthesis at the start of `code` and the one that closes it.
fn in_parentheses(code: &str) -> &str {
    let (mut depth, mut quoted, mut escaped) = (0_u32, false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return &code[1..at];
                }
            }
            _ => {}
        }
    }
    panic!("an open parenthesis: {}", &code[..code.len().min(80)]);
}

/// The names before `=` among arguments.
fn named(arguments: &str) -> Variables {
    let (mut depth, mut quoted, mut escaped, mut start) = (0_u32, false, false, 0);
    let mut parts = Vec::new();
    for (at, c) in arguments.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(&arguments[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&arguments[start..]);
    let names = parts.iter().filter_map(|part| part.split_once('='));
    names.map(|(name, _)| name.trim().to_owned()).collect()
}

/// What the code says: the id of each message with the names of its arguments, and where.
fn said() -> Vec<(String, Variables, String)> {
    let mut said = Vec::new();
    let own = Path::new(file!());
    for path in sources(Path::new("src")).iter().filter(|path| *path != own) {
        let code = fs::read_to_string(path).unwrap();
        let lines = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code = lines.collect::<Vec<_>>().join("\n");
        for (at, call) in code.match_indices("say!(") {
            let inner = in_parentheses(&code[at + call.len() - 1..]).trim();
            let Some((id, rest)) = inner.strip_prefix('"').and_then(|s| s.split_once('"')) else {
                continue;
            };
            let rest = rest.strip_prefix(',').unwrap_or(rest);
            said.push((id.to_owned(), named(rest), path.display().to_string()));
        }
    }
    said
}

#[test]
fn what_the_code_says_is_among_the_messages_with_the_same_arguments() {
    let (english, _) = messages(Language::English);
    let wrong: Vec<_> = said()
        .into_iter()
        .filter_map(|(id, arguments, file)| match english.get(&id) {
            None => Some(format!("{file}: there is no message {id}")),
            Some(variables) if *variables != arguments => Some(format!(
                "{file}: {id} is given {arguments:?}, and is written with {variables:?}"
            )),
            Some(_) => None,
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_message_is_said_somewhere() {
    /// Ids that are put together of these and the name of a variant or a row.
    const FAMILIES: [&str; 4] = ["action-", "topic-", "hands-", "code-"];
    let said: BTreeSet<_> = said().into_iter().map(|(id, ..)| id).collect();
    let (english, _) = messages(Language::English);
    let unsaid: Vec<_> = english
        .keys()
        .filter(|id| !said.contains(*id))
        .filter(|id| !FAMILIES.iter().any(|family| id.starts_with(family)))
        .collect();
    assert!(unsaid.is_empty(), "{unsaid:#?}");
}

#[test]
fn the_tags_of_a_system_name_the_languages() {
    for (tag, language) in [
        ("de", Some(Language::German)),
        ("de-AT", Some(Language::German)),
        ("de_CH.UTF-8", Some(Language::German)),
        ("en-US", Some(Language::English)),
        ("C", Some(Language::English)),
        ("POSIX", Some(Language::English)),
        ("den", None),
        ("fr-FR", None),
        ("", None),
    ] {
        assert_eq!(Language::of_tag(tag), language, "{tag}");
    }
    for language in Language::ALL {
        assert_eq!(Language::of_tag(language.tag()), Some(language));
    }
}
