//! Journeys: whole stories through the command line.
