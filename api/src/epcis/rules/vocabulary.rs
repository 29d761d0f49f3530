//! The Core Business Vocabulary, version 2.0: what its words are and the forms in which they are
//! written.

/// One vocabulary.
pub(super) struct Vocabulary {
    /// What its words say.
    what: &'static str,
    /// What a word is written behind, where it is not bare.
    stems: &'static [&'static str],
    words: &'static [&'static str],
}

impl Vocabulary {
    /// A standard word in any form, or a URI of one's own; `Err` says what is wrong, in a sentence.
    pub(super) fn check(&self, text: &str) -> Result<(), String> {
        let stem = self.stems.iter().find(|stem| text.starts_with(**stem));
        let is_standard = match stem {
            Some(stem) => self.words.contains(&&text[stem.len()..]),
            None => self.words.contains(&text),
        };
        if is_standard {
            return Ok(());
        }
        let is_own = super::shape::is_uri(text)
            && stem.is_none()
            && !STANDARD.iter().any(|standard| text.starts_with(standard));
        if is_own {
            return Ok(());
        }
        Err(format!(
            "`{text}` is no {} of CBV 2.0; write a standard one, or the URI of your own",
            self.what
        ))
    }
}

/// What only the standard's own words begin with.
const STANDARD: [&str; 5] = [
    "urn:epcglobal:cbv:",
    "https://ref.gs1.org/cbv/",
    "https://ns.gs1.org/cbv/",
    "http://ns.gs1.org/cbv/",
    "cbv:",
];

/// CBV 2.0.
pub(super) static BIZ_STEP: Vocabulary = Vocabulary {
    what: "business step",
    stems: &[
        "urn:epcglobal:cbv:bizstep:",
        "https://ref.gs1.org/cbv/BizStep-",
        "cbv:BizStep-",
    ],
    words: &[
        "accepting",
        "arriving",
        "assembling",
        "collecting",
        "commissioning",
        "consigning",
        "creating_class_instance",
        "cycle_counting",
        "decommissioning",
        "departing",
        "destroying",
        "disassembling",
        "dispensing",
        "encoding",
        "entering_exiting",
        "holding",
        "inspecting",
        "installing",
        "killing",
        "loading",
        "other",
        "packing",
        "picking",
        "receiving",
        "removing",
        "repackaging",
        "repairing",
        "replacing",
        "reserving",
        "retail_selling",
        "shipping",
        "staging_outbound",
        "stock_taking",
        "stocking",
        "storing",
        "transporting",
        "unloading",
        "unpacking",
        "void_shipping",
        "sensor_reporting",
        "sampling",
    ],
};

/// CBV 2.0.
pub(super) static DISPOSITION: Vocabulary = Vocabulary {
    what: "disposition",
    stems: &[
        "urn:epcglobal:cbv:disp:",
        "https://ref.gs1.org/cbv/Disp-",
        "cbv:Disp-",
    ],
    words: &[
        "active",
        "container_closed",
        "damaged",
        "destroyed",
        "dispensed",
        "disposed",
        "encoded",
        "expired",
        "in_progress",
        "in_transit",
        "inactive",
        "no_pedigree_match",
        "non_sellable_other",
        "partially_dispensed",
        "recalled",
        "reserved",
        "retail_sold",
        "returned",
        "sellable_accessible",
        "sellable_not_accessible",
        "stolen",
        "unknown",
        "available",
        "completeness_verified",
        "completeness_inferred",
        "conformant",
        "container_open",
        "mismatch_instance",
        "mismatch_class",
        "mismatch_quantity",
        "needs_replacement",
        "non_conformant",
        "unavailable",
    ],
};

/// CBV 2.0.
pub(super) static BUSINESS_TRANSACTION: Vocabulary = Vocabulary {
    what: "business transaction type",
    stems: &[
        "urn:epcglobal:cbv:btt:",
        "https://ref.gs1.org/cbv/BTT-",
        "cbv:BTT-",
    ],
    words: &[
        "bol",
        "cert",
        "desadv",
        "inv",
        "pedigree",
        "po",
        "poc",
        "prodorder",
        "recadv",
        "rma",
        "testprd",
        "testres",
        "upevt",
    ],
};

/// CBV 2.0.
pub(super) static SOURCE_DESTINATION: Vocabulary = Vocabulary {
    what: "source or destination type",
    stems: &[
        "urn:epcglobal:cbv:sdt:",
        "https://ref.gs1.org/cbv/SDT-",
        "cbv:SDT-",
    ],
    words: &["owning_party", "possessing_party", "location"],
};

/// CBV 2.0.
pub(super) static ERROR_REASON: Vocabulary = Vocabulary {
    what: "error reason",
    stems: &[
        "urn:epcglobal:cbv:er:",
        "https://ref.gs1.org/cbv/ER-",
        "cbv:ER-",
    ],
    words: &["did_not_occur", "incorrect_data"],
};

/// CBV 2.0.
pub(super) static COMPONENT: Vocabulary = Vocabulary {
    what: "component",
    stems: &["https://ref.gs1.org/cbv/Comp-", "cbv:Comp-"],
    words: &[
        "x",
        "y",
        "z",
        "axial_distance",
        "azimuth",
        "height",
        "spherical_radius",
        "polar_angle",
        "elevation_angle",
        "easting",
        "northing",
        "latitude",
        "longitude",
        "altitude",
    ],
};

/// CBV 2.0.
pub(super) static MEASUREMENT: Vocabulary = Vocabulary {
    what: "measurement",
    stems: &["https://gs1.org/voc/", "https://www.gs1.org/voc/", "gs1:"],
    words: &[
        "AbsoluteHumidity",
        "AbsorbedDose",
        "AbsorbedDoseRate",
        "Acceleration",
        "Radioactivity",
        "Altitude",
        "AmountOfSubstance",
        "AmountOfSubstancePerUnitVolume",
        "Angle",
        "AngularAcceleration",
        "AngularMomentum",
        "AngularVelocity",
        "Area",
        "Capacitance",
        "Conductance",
        "Conductivity",
        "Count",
        "Density",
        "Dimensionless",
        "DoseEquivalent",
        "DoseEquivalentRate",
        "DynamicViscosity",
        "ElectricCharge",
        "ElectricCurrent",
        "ElectricCurrentDensity",
        "ElectricFieldStrength",
        "Energy",
        "Exposure",
        "Force",
        "Frequency",
        "Illuminance",
        "Inductance",
        "Irradiance",
        "KinematicViscosity",
        "Length",
        "LinearMomentum",
        "Luminance",
        "LuminousFlux",
        "LuminousIntensity",
        "MagneticFlux",
        "MagneticFluxDensity",
        "MagneticVectorPotential",
        "Mass",
        "MassConcentration",
        "MassFlowRate",
        "MassPerAreaTime",
        "MemoryCapacity",
        "MolalityOfSolute",
        "MolarEnergy",
        "MolarMass",
        "MolarVolume",
        "Power",
        "Pressure",
        "RadiantFlux",
        "RadiantIntensity",
        "RelativeHumidity",
        "Resistance",
        "Resistivity",
        "SolidAngle",
        "SpecificVolume",
        "Speed",
        "SurfaceDensity",
        "SurfaceTension",
        "Temperature",
        "Time",
        "Torque",
        "Voltage",
        "Volume",
        "VolumeFlowRate",
        "VolumeFraction",
        "VolumetricFlux",
        "Wavenumber",
    ],
};

/// CBV 2.0.
pub(super) static SENSOR_ALERT: Vocabulary = Vocabulary {
    what: "sensor alert",
    stems: &["https://gs1.org/voc/", "https://www.gs1.org/voc/", "gs1:"],
    words: &["ALARM_CONDITION", "ERROR_CONDITION"],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps() {
        for text in [
            "shipping",
            "urn:epcglobal:cbv:bizstep:shipping",
            "https://ref.gs1.org/cbv/BizStep-shipping",
            "cbv:BizStep-shipping",
            "https://acme.example/voc/BizStep-harvesting",
            "acme:harvesting",
        ] {
            assert_eq!(BIZ_STEP.check(text), Ok(()), "{text}");
        }
        for text in [
            "harvesting",
            "",
            "urn:epcglobal:cbv:bizstep:harvesting",
            "urn:epcglobal:cbv:disp:active",
            "https://ref.gs1.org/cbv/BizStep-harvesting",
            "cbv:BizStep-harvesting",
            "Shipping",
        ] {
            assert!(BIZ_STEP.check(text).is_err(), "{text}");
        }
    }
}
