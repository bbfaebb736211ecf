//! Runnable examples of foundry on real domains.
