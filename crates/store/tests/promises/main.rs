//! The promises of the dossier file, a module each. One binary, so that it links once.
//! (`cfg(test)` on each tells clippy that these are tests.)

#[cfg(test)]
mod case;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod door;
#[cfg(test)]
mod files;
#[cfg(test)]
mod purge;
#[cfg(test)]
mod search;
#[cfg(test)]
mod verify;
