//! GS1 syntax: symbology identifiers, application identifiers, element strings, Digital Link.
