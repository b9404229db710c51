//! Words to quantities, periods, hedges, rungs and speakers.
