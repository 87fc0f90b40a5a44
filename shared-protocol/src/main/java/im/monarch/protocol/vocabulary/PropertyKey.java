package im.monarch.protocol.vocabulary;

import java.util.List;
import java.util.Optional;

/**
 * PRP and BPR: what an account says about itself besides its name; written as the constant's name.
 */
public enum PropertyKey {
  /** Telephone at home. */
  PHH,
  /** Telephone at work. */
  PHW,
  /** Mobile telephone. */
  PHM,
  /** Whether others may send to the mobile: {@code Y} or {@code N}. */
  MOB,
  /** Whether a mobile device is set up: {@code Y} or {@code N}; set by the server only. */
  MBE;

  /** Those that are told about contacts, in the order in which clients expect all of them. */
  public static final List<PropertyKey> OF_CONTACTS = List.of(PHH, PHW, PHM, MOB);

  private static final String OFF = "N";

  /** What stands for a value that is not set: a switch is off, a telephone is not there. */
  public Optional<String> unset() {
    return this == MOB || this == MBE ? Optional.of(OFF) : Optional.empty();
  }
}
