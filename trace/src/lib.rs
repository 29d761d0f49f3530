//! EPCIS events, journeys, the verdict rule, clone and diversion signals. Pure: the clock is a parameter.
