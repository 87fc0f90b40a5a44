package im.monarch.conformance.model;

/** The lists an owner edits; the number is the bit in LST. */
enum ContactList {
  FL(1),
  AL(2),
  BL(4);

  /** Others have the owner on FL. */
  static final int RL_BIT = 8;

  final int bit;

  ContactList(int bit) {
    this.bit = bit;
  }
}
