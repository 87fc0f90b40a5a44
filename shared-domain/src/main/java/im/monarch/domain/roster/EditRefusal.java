package im.monarch.domain.roster;

/** Why the rules do not allow an edit. */
public enum EditRefusal {
  /** There is no such account. */
  NO_SUCH_ACCOUNT,
  /** FL holds as many people as it may. */
  LIST_FULL,
  /** On that list, or in that group, already. */
  ALREADY_THERE,
  /** Not on that list; for a new nickname: on no list. */
  NOT_ON_LIST,
  /** Nobody may be allowed and blocked at once. */
  ON_OPPOSITE_LIST,
  TOO_MANY_GROUPS,
  NO_SUCH_GROUP,
  NOT_IN_GROUP,
  GROUP_NAME_TAKEN,
  GROUP_NAME_TOO_LONG,
  /** Group 0 cannot be removed. */
  PERMANENT_GROUP,
  /** The mode asked for is the one in force. */
  ALREADY_IN_MODE
}
