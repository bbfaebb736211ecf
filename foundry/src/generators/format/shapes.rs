//! Formats as patterns, for places where a format meets a pattern of the author's own, or another format: those of
//! which all texts have the format, to draw from, and those that all its texts match, to prove that none does.

/// A pattern all of whose texts have the format `name`; `None` where nobody wrote one down.
pub(crate) fn shape_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "date" => "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$",
        "time" => {
            "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,6})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
        }
        "date-time" => {
            "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,6})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
        }
        "duration" => {
            "^P([0-9]{1,4}W|[0-9]{1,4}D|T[0-9]{1,4}[HMS]|[0-9]{1,3}DT[0-9]{1,2}[HMS]|[0-9]{1,3}Y[0-9]{1,2}M[0-9]{1,2}D)$"
        }
        "email" | "idn-email" => {
            "^[A-Za-z0-9]{1,20}([._+-][A-Za-z0-9]{1,20}){0,2}@[A-Za-z][A-Za-z0-9]{0,9}(-[A-Za-z0-9]{1,9})?(\\.[A-Za-z][A-Za-z0-9]{0,9}(-[A-Za-z0-9]{1,9})?){1,3}$"
        }
        "hostname" | "idn-hostname" => {
            "^[A-Za-z][A-Za-z0-9]{0,9}(-[A-Za-z0-9]{1,9})?(\\.[A-Za-z][A-Za-z0-9]{0,9}(-[A-Za-z0-9]{1,9})?){0,3}$"
        }
        "ipv4" => {
            "^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])$"
        }
        "ipv6" => "^([0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}$",
        "uuid" => "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
        "uri" | "iri" => {
            "^[A-Za-z][A-Za-z0-9+.-]{0,12}:(//[A-Za-z0-9]{1,10}([.-][A-Za-z0-9]{1,10}){0,3}(:[0-9]{1,4})?)?(/[A-Za-z0-9._~@=&-]{1,20}){0,6}/?(\\?[A-Za-z0-9._~=&-]{0,30})?(#[A-Za-z0-9._~=&-]{0,20})?$"
        }
        "uri-reference" | "iri-reference" => {
            "^([A-Za-z][A-Za-z0-9+.-]{0,12}:(//[A-Za-z0-9]{1,10}([.-][A-Za-z0-9]{1,10}){0,3})?)?(/[A-Za-z0-9._~@=&-]{1,20}){0,6}/?(\\?[A-Za-z0-9._~=&-]{0,30})?(#[A-Za-z0-9._~=&-]{0,20})?$"
        }
        "json-pointer" => "^(/([^~/\\x00-\\x1f]|~[01]){0,12}){0,6}$",
        "relative-json-pointer" => {
            "^(0|[1-9][0-9]{0,2})(#|(/([^~/\\x00-\\x1f]|~[01]){0,12}){0,4})$"
        }
        _ => return None,
    })
}

/// A pattern that every text of the format `name` matches, also in the forms that are never drawn; `None` where nobody
/// wrote one down.
pub(crate) fn frame_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "date" => "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "time" => "^[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$",
        "date-time" => "^[0-9]{4}-[0-9]{2}-[0-9]{2}[^0-9][0-9]{2}:[0-9]{2}:[0-9]{2}",
        "duration" => "^P[0-9A-Z]+$",
        "email" | "idn-email" => "@",
        "hostname" => "^[A-Za-z0-9.-]+$",
        "ipv4" => "^[0-9]{1,3}(\\.[0-9]{1,3}){3}$",
        "ipv6" => "^[0-9A-Fa-f.]*:[0-9A-Fa-f:.]{1,44}$",
        "uuid" => "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
        "uri" | "iri" => "^[A-Za-z][A-Za-z0-9+.-]*:[^ ]*$",
        "uri-reference" | "iri-reference" => "^[^ ]*$",
        "json-pointer" => "^(/[\\s\\S]*)?$",
        "relative-json-pointer" => "^[0-9]+(#|/[\\s\\S]*)?$",
        _ => return None,
    })
}

/// The pattern of exactly those texts that have the `contentEncoding` `name` (RFC 4648), with the bits that no byte
/// owns at zero; `None` where it is a remark.
pub(crate) fn encoding_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "base64" => {
            "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$"
        }
        "base64url" => {
            "^([A-Za-z0-9_-]{4})*([A-Za-z0-9_-][AQgw]==|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048]=)?$"
        }
        "base32" => {
            "^([A-Z2-7]{8})*([A-Z2-7][AEIMQUY4]={6}|[A-Z2-7]{3}[AQ]={4}|[A-Z2-7]{4}[ACEGIKMOQSUWY246]={3}|[A-Z2-7]{6}[AIQY]=)?$"
        }
        "base32hex" => {
            "^([0-9A-V]{8})*([0-9A-V][048CGKOS]={6}|[0-9A-V]{3}[0G]={4}|[0-9A-V]{4}[02468ACEGIKMOQSU]={3}|[0-9A-V]{6}[08GO]=)?$"
        }
        "base16" => "^([0-9A-Fa-f]{2})*$",
        _ => return None,
    })
}

/// A pattern all of whose texts are JSON.
pub(crate) const JSON_SHAPE: &str =
    "^(\"[ !#-\\[\\]-~]*\"|-?(0|[1-9][0-9]{0,15})|true|false|null|\\[\\]|\\{\\})$";

/// A pattern that every JSON text matches.
pub(crate) const JSON_FRAME: &str = "[0-9\"\\[{]|true|false|null";
