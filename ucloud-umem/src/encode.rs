//! Encoder: from a request to the signed form.
//!
//! A request writes its parameters in signing order (the byte order of their names). The form
//! merges them with the few that every call has (action, keys, region...) and with those that the
//! caller added by name, escapes them into the body and feeds them to the signature in the same
//! pass.

mod digest;
mod signed_form;
mod value;
mod written;

use std::cmp::Ordering;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use percent_encoding::percent_encode_byte;
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::secret::names_a_secret;
use digest::SignatureDigest;
use signed_form::{SIGNATURE_LENGTH, new_body};
pub(crate) use signed_form::{SecretPlace, SignedForm, SignedParameter};
pub(crate) use value::EncodeValue;
use value::for_each_index;
pub(crate) use written::WrittenParameters;

/// Request or structure that writes its parameters, in the byte order of their names.
pub trait EncodeForm {
    /// Writes the parameters.
    fn parameters(&self, form: &mut Form<'_>);
}

/// Sensitivity of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sensitivity {
    /// Can be shown.
    Public,
    /// Secret.
    Secret,
    /// Secret, encoded in base64.
    SecretBase64,
}

/// Form that is being written.
pub struct Form<'a> {
    /// Other pairs than the request's, in the byte order of their names, not written yet.
    others: &'a [(&'a str, &'a str)],
    /// Prefix of the names in the structure that is being written: `Disks.0.`.
    prefix: String,
    /// The value that is being written is sent in base64.
    in_base64: bool,
    /// Wiped when it is dropped, because it holds secrets.
    body: Zeroizing<Vec<u8>>,
    signature: SignatureDigest,
    /// Places of the secrets in the body.
    secrets: Vec<SecretPlace>,
    problem: Option<String>,
}

/// Writes the form: the pairs of `request` merged with `others`, both in the byte order of their
/// names. Signs it, if there is a private key.
///
/// If both have a name, the pair of `others` is used, because a caller may have added it by name.
pub(crate) fn signed_form(
    request: &dyn EncodeForm,
    others: &[(&str, &str)],
    private_key: Option<&str>,
) -> Result<SignedForm> {
    let mut form = Form::new(others);
    form.run(request)?;
    let Some(private_key) = private_key else {
        return Ok(SignedForm::new(std::mem::take(&mut *form.body), form.secrets, 0));
    };
    form.make_room(SIGNATURE_LENGTH);
    // The form stays where it is: a value that moves leaves an old copy behind, not wiped.
    form.signature.update(private_key);
    form.body.extend_from_slice(b"&Signature=");
    for byte in form.signature.finish() {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        form.body.push(HEX[usize::from(byte >> 4)]);
        form.body.push(HEX[usize::from(byte & 15)]);
    }
    Ok(SignedForm::new(std::mem::take(&mut *form.body), form.secrets, SIGNATURE_LENGTH))
}

impl<'a> Form<'a> {
    fn new(others: &'a [(&'a str, &'a str)]) -> Self {
        Form {
            others,
            prefix: String::new(),
            in_base64: false,
            body: Zeroizing::new(new_body()),
            signature: SignatureDigest::new(),
            secrets: Vec::new(),
            problem: None,
        }
    }

    fn run(&mut self, request: &dyn EncodeForm) -> Result<()> {
        request.parameters(self);
        for (name, value) in std::mem::take(&mut self.others) {
            self.pair(name, value, sensitivity_of(name));
        }
        match self.problem.take() {
            Some(problem) => Err(Error::invalid_request(problem)),
            None => Ok(()),
        }
    }

    /// Writes a parameter if it is set.
    pub fn put(&mut self, name: &str, value: &impl EncodeValue) {
        value.write(name, self);
    }

    /// Writes text in base64 if it is set.
    pub fn base64(&mut self, name: &str, value: &impl EncodeValue) {
        self.in_base64 = true;
        value.write(name, self);
        self.in_base64 = false;
    }

    /// Writes a switch in these words if it is set.
    pub fn switch(&mut self, name: &str, value: impl Into<Option<bool>>, on: &str, off: &str) {
        if let Some(value) = value.into() {
            self.text(name, if value { on } else { off });
        }
    }

    /// Writes the parameters of one structure: `NetworkInterface.Name`.
    pub fn structure<'s>(
        &mut self,
        name: &str,
        value: impl Into<Option<&'s (dyn EncodeForm + 's)>>,
    ) {
        if let Some(value) = value.into() {
            self.nested(name, value);
        }
    }

    /// Writes the parameters of a list of structures: `Disks.0.Size`.
    pub fn structures<T: EncodeForm>(&mut self, name: &str, values: &[T]) {
        for_each_index(values.len(), |index| {
            self.nested(&format!("{name}.{index}"), &values[index]);
        });
    }

    /// Writes text.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        self.merge(name, value, Sensitivity::Public);
    }

    /// Writes one pair, after the others that come before it.
    fn merge(&mut self, name: &str, value: &str, mut sensitivity: Sensitivity) {
        let prefixed;
        let name = if self.prefix.is_empty() {
            name
        } else {
            prefixed = format!("{}{name}", self.prefix);
            &prefixed
        };
        let encoded;
        let mut value = value;
        if self.in_base64 {
            encoded = Zeroizing::new(BASE64.encode(value));
            value = &encoded;
            if sensitivity == Sensitivity::Secret {
                sensitivity = Sensitivity::SecretBase64;
            }
        }
        while let [(other, other_value), rest @ ..] = self.others {
            match (*other).cmp(name) {
                Ordering::Less => {
                    self.others = rest;
                    self.pair(other, other_value, sensitivity_of(other));
                }
                // A pair that the caller added is written in place of this one.
                Ordering::Equal => {
                    self.others = rest;
                    let sensitivity = match sensitivity {
                        Sensitivity::Public => sensitivity_of(other),
                        // It is not known if the caller has encoded it.
                        Sensitivity::Secret | Sensitivity::SecretBase64 => Sensitivity::Secret,
                    };
                    return self.pair(other, other_value, sensitivity);
                }
                Ordering::Greater => break,
            }
        }
        self.pair(name, value, sensitivity);
    }

    fn nested(&mut self, name: &str, value: &dyn EncodeForm) {
        let length = self.prefix.len();
        self.prefix.push_str(name);
        self.prefix.push('.');
        value.parameters(self);
        self.prefix.truncate(length);
    }

    fn pair(&mut self, name: &str, value: &str, sensitivity: Sensitivity) {
        self.make_room(worst_length(name, value));
        self.signature.update(name);
        self.signature.update(value);
        let body = &mut self.body;
        if !body.is_empty() {
            body.push(b'&');
        }
        escape(name, body);
        body.push(b'=');
        let start = body.len();
        escape(value, body);
        if sensitivity != Sensitivity::Public || is_password(name) {
            let place = start..self.body.len();
            let base64 = sensitivity == Sensitivity::SecretBase64;
            self.secrets.push(SecretPlace { place, base64 });
        }
    }

    /// Makes room for more bytes. A `Vec` that grows by itself would leave its old memory behind,
    /// not wiped.
    fn make_room(&mut self, more: usize) {
        let wanted = self.body.len() + more;
        if wanted > self.body.capacity() {
            let capacity = wanted.max(2 * self.body.capacity());
            let mut larger = Zeroizing::new(Vec::with_capacity(capacity));
            larger.extend_from_slice(&self.body);
            self.body = larger;
        }
    }
}

/// Checks for the name of a password, whatever the type of its value.
fn is_password(name: &str) -> bool {
    // Few names contain a p that something long enough follows.
    let mut words = name.as_bytes().windows("password".len());
    words.any(|word| matches!(word[0], b'P' | b'p') && word.eq_ignore_ascii_case(b"password"))
}

/// Returns the sensitivity of a value without a type, by its name.
fn sensitivity_of(name: &str) -> Sensitivity {
    let is_public = matches!(name, "Action" | "ProjectId" | "PublicKey" | "Region" | "Zone");
    if is_public || !names_a_secret(name) { Sensitivity::Public } else { Sensitivity::Secret }
}

/// Returns the most bytes that a pair needs.
fn worst_length(name: &str, value: &str) -> usize {
    "&=".len() + "%XX".len() * (name.len() + value.len())
}

/// Characters that a form does not escape.
const UNRESERVED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] =
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        byte += 1;
    }
    table
};

/// Writes text as it is in a form.
fn escape(text: &str, body: &mut Vec<u8>) {
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|byte| !UNRESERVED[usize::from(*byte)]) {
        body.extend_from_slice(&rest[..at]);
        body.extend_from_slice(percent_encode_byte(rest[at]).as_bytes());
        rest = &rest[at + 1..];
    }
    body.extend_from_slice(rest);
}

/// Returns the pairs that a request writes, for tests of generated code.
#[cfg(test)]
pub(crate) fn pairs_of(request: &dyn EncodeForm, others: &[(&str, &str)]) -> Vec<(String, String)> {
    let form = signed_form(request, others, Some("")).expect("the request can be written");
    let mut pairs: Vec<_> = form_urlencoded::parse(form.body()).into_owned().collect();
    assert_eq!(pairs.pop().expect("a signature").0, "Signature");
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::Password;
    use crate::{Price, Timestamp};

    struct Pairs(Vec<(&'static str, Box<dyn EncodeValue>)>);

    impl EncodeForm for Pairs {
        fn parameters(&self, form: &mut Form<'_>) {
            for (name, value) in &self.0 {
                value.write(name, form);
            }
        }
    }

    fn pairs(
        own: Vec<(&'static str, Box<dyn EncodeValue>)>,
        others: &[(&str, &str)],
    ) -> Vec<(String, String)> {
        pairs_of(&Pairs(own), others)
    }

    fn value(value: impl EncodeValue + 'static) -> Option<String> {
        pairs(vec![("V", Box::new(value))], &[]).pop().map(|(_, value)| value)
    }

    #[test]
    fn the_vendors_worked_example() {
        let others = [
            ("Action", "DescribeUHostInstance"),
            ("PublicKey", "ucloudsomeone@example.com1296235120854146120"),
            ("Region", "cn-bj2"),
        ];
        let own = Pairs(vec![("Limit", Box::new(10_i64))]);
        let body =
            signed_form(&own, &others, Some("46f09bb9fab4f12dfc160dae12273d5332b5debe")).unwrap();
        assert_eq!(
            std::str::from_utf8(body.body()).unwrap(),
            "Action=DescribeUHostInstance&Limit=10\
             &PublicKey=ucloudsomeone%40example.com1296235120854146120&Region=cn-bj2\
             &Signature=cba5cf5ec4d4233d206b1b54951e3787350a642f"
        );
    }

    #[test]
    fn floats_have_no_exponent_and_no_empty_fraction() {
        for (float, text) in [
            (42.0, "42"),
            (1e-7, "0.0000001"),
            (1e22, "10000000000000000000000"),
            (-0.0, "0"),
            (-1.5, "-1.5"),
        ] {
            assert_eq!(value(float).as_deref(), Some(text));
        }
        for float in [f64::NAN, f64::INFINITY] {
            let error =
                signed_form(&Pairs(vec![("V", Box::new(float))]), &[], Some("")).unwrap_err();
            assert_eq!(error.kind(), crate::ErrorKind::InvalidRequest);
            assert!(error.to_string().starts_with("invalid number for V: "), "{error}");
        }
    }

    #[test]
    fn unset_is_left_out_and_empty_is_sent() {
        assert_eq!(value(None::<String>), None);
        assert_eq!(value(String::new()).as_deref(), Some(""));
        assert_eq!(value(Vec::<String>::new()), None);
        assert_eq!(value(Some(false)).as_deref(), Some("false"));
        assert_eq!(value(Timestamp::from_unix_seconds(7)).as_deref(), Some("7"));
        assert_eq!(value(Price::from_hundredths(7)).as_deref(), Some("7"));
    }

    #[test]
    fn lists_are_in_the_byte_order_of_their_names() {
        let items: Vec<i64> = (0..12_345).collect();
        let own = pairs(vec![("Items", Box::new(items))], &[("Item", ""), ("Items.5", "mine")]);
        assert_eq!(own.len(), 12_346);
        assert!(own.is_sorted_by(|a, b| a.0 < b.0));
        assert!(own.contains(&("Items.5".into(), "mine".into())));
        assert!(own.contains(&("Items.12344".into(), "12344".into())));
    }

    #[test]
    fn pairs_added_by_name_take_precedence() {
        let own = pairs(
            vec![("B", Box::new(1_i64)), ("D", Box::new(2_i64))],
            &[("A", "a"), ("B", "b"), ("C", "c"), ("E", "e")],
        );
        let own: Vec<_> = own.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(own, [("A", "a"), ("B", "b"), ("C", "c"), ("D", "2"), ("E", "e")]);
    }

    #[test]
    fn a_password_is_a_secret_whatever_it_is_called() {
        struct Login(Password);

        impl EncodeForm for Login {
            fn parameters(&self, form: &mut Form<'_>) {
                form.base64("Auth", &Some(self.0.clone()));
                form.put("Pin", &self.0);
            }
        }

        let login = Login(Password::new("correct horse"));
        for others in [&[][..], &[("Pin", "battery staple")]] {
            let form = signed_form(&login, others, Some("")).unwrap();
            let secrets = form.secrets();
            assert!(secrets.appear_in("it is correct horse"));
            assert!(secrets.appear_in("Y29ycmVjdCBob3JzZQ=="));
            assert_eq!(secrets.appear_in("battery+staple"), !others.is_empty());
        }
    }

    #[test]
    fn members_of_structures_within_structures_have_their_whole_names() {
        struct Disk(Vec<Tag>);
        struct Tag(i64);

        impl EncodeForm for Disk {
            fn parameters(&self, form: &mut Form<'_>) {
                form.structure("First", self.0.first().map(|tag| tag as &dyn EncodeForm));
                form.put("Size", &20_i64);
                form.structures("Tags", &self.0);
            }
        }

        impl EncodeForm for Tag {
            fn parameters(&self, form: &mut Form<'_>) {
                form.put("Value", &self.0);
            }
        }

        struct Host(Vec<Disk>);

        impl EncodeForm for Host {
            fn parameters(&self, form: &mut Form<'_>) {
                form.structures("Disks", &self.0);
                form.put("Name", &"x".to_owned());
            }
        }

        let host = Host(vec![Disk(vec![Tag(1), Tag(2)]), Disk(Vec::new())]);
        let pairs = pairs_of(&host, &[("Disks.0.Size", "30")]);
        let pairs: Vec<_> = pairs.iter().map(|(n, v)| format!("{n}={v}")).collect();
        let expected = [
            "Disks.0.First.Value=1",
            "Disks.0.Size=30",
            "Disks.0.Tags.0.Value=1",
            "Disks.0.Tags.1.Value=2",
            "Disks.1.Size=20",
            "Name=x",
        ];
        assert_eq!(pairs, expected);
    }

    #[test]
    fn open_text_is_a_secret_where_the_name_says_so() {
        let own = Pairs(vec![("AdminPassword", Box::new("correct horse".to_owned()))]);
        let form = signed_form(&own, &[], Some("")).unwrap();
        assert!(form.secrets().appear_in("correct horse"));
        let own = Pairs(vec![("SecretKey", Box::new("open text".to_owned()))]);
        let form = signed_form(&own, &[("SecretKey", "battery staple")], Some("")).unwrap();
        assert!(form.secrets().appear_in("battery staple"));
    }

    #[test]
    fn the_body_is_moved_before_it_would_grow_by_itself() {
        let mut form = Form::new(&[]);
        let mut moved = 0;
        for length in [0, 1, 100, 200, 5_000, 1] {
            let before = form.body.as_ptr();
            // Every byte takes three.
            form.make_room(worst_length("%", &"%".repeat(length)));
            let place = form.body.as_ptr();
            form.pair("%", &"%".repeat(length), Sensitivity::Public);
            assert_eq!(form.body.as_ptr(), place, "{length}");
            moved += usize::from(before != place);
        }
        assert_eq!(form.body.len(), 6 * "&%25=".len() - 1 + 5_302 * "%25".len());
        assert_eq!(moved, 3);
        // It at least doubles each time.
        for _ in 0..10_000 {
            let before = form.body.as_ptr();
            form.pair("Name", "value", Sensitivity::Public);
            moved += usize::from(before != form.body.as_ptr());
        }
        assert!(moved < 10, "{moved}");
    }
}
