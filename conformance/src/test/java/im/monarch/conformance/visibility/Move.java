package im.monarch.conformance.visibility;

/** What leads from one situation to another. It is alice who moves, but where she is the object. */
enum Move {
  SIGNS_IN,
  SHOWS_UP,
  HIDES,
  CHANGES_STATE,
  TAKES_A_NAME,
  LEAVES,

  /** Without a good-bye. */
  VANISHES,
  ALLOWS,
  DISALLOWS,
  BLOCKS,
  UNBLOCKS,
  CLOSES_THE_DOOR,
  OPENS_THE_DOOR,
  IS_FOLLOWED,
  IS_FOLLOWED_NO_MORE,

  /** Bob leaves and comes back: his first CHG. */
  MEETS_BOB_ANEW;

  /** Whether bob is told when he sees alice before and after. */
  boolean isNews() {
    return this == CHANGES_STATE || this == TAKES_A_NAME;
  }
}
