package im.monarch.conformance.visibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides whether bob sees alice.
 *
 * @param state alice's
 * @param listing which of alice's lists bob is on
 * @param closed whether alice shows herself only to those on AL: BLP BL
 * @param followed whether bob has alice on FL
 */
record Situation(State state, Listing listing, boolean closed, boolean followed) {

  enum State {
    OFFLINE,
    /** Signed in, but there was no CHG yet. */
    SILENT,
    HIDDEN,
    OPEN
  }

  enum Listing {
    ALLOWED,
    BLOCKED,
    NEITHER
  }

  /** Two people who have never heard of each other; bob is there. */
  static final Situation FIRST = new Situation(State.OFFLINE, Listing.NEITHER, false, false);

  static List<Situation> all() {
    var all = new ArrayList<Situation>();
    for (var state : State.values()) {
      for (var listing : Listing.values()) {
        for (var closed : List.of(false, true)) {
          for (var followed : List.of(false, true)) {
            all.add(new Situation(state, listing, closed, followed));
          }
        }
      }
    }
    return all;
  }

  boolean bobSeesAlice() {
    return state == State.OPEN
        && followed
        && listing != Listing.BLOCKED
        && (!closed || listing == Listing.ALLOWED);
  }

  /** Where {@code move} leads; nowhere, if it cannot be made here. */
  Optional<Situation> after(Move move) {
    boolean here = state != State.OFFLINE;
    return switch (move) {
      case SIGNS_IN -> with(State.SILENT).filter(next -> !here);
      case SHOWS_UP -> with(State.OPEN).filter(next -> here && state != State.OPEN);
      case HIDES -> with(State.HIDDEN).filter(next -> here);
      case CHANGES_STATE -> Optional.of(this).filter(next -> state == State.OPEN);
      case TAKES_A_NAME -> Optional.of(this).filter(next -> here);
      case LEAVES -> with(State.OFFLINE).filter(next -> here);
      // Otherwise nobody could tell when the server has noticed.
      case VANISHES -> with(State.OFFLINE).filter(next -> bobSeesAlice());
      case ALLOWS -> with(Listing.ALLOWED).filter(next -> here && listing == Listing.NEITHER);
      case BLOCKS -> with(Listing.BLOCKED).filter(next -> here && listing == Listing.NEITHER);
      case DISALLOWS -> with(Listing.NEITHER).filter(next -> here && listing == Listing.ALLOWED);
      case UNBLOCKS -> with(Listing.NEITHER).filter(next -> here && listing == Listing.BLOCKED);
      case CLOSES_THE_DOOR -> closing(true).filter(next -> here && !closed);
      case OPENS_THE_DOOR -> closing(false).filter(next -> here && closed);
      case IS_FOLLOWED -> following(true).filter(next -> !followed);
      case IS_FOLLOWED_NO_MORE -> following(false).filter(next -> followed);
      case MEETS_BOB_ANEW -> Optional.of(this);
    };
  }

  private Optional<Situation> with(State next) {
    return Optional.of(new Situation(next, listing, closed, followed));
  }

  private Optional<Situation> with(Listing next) {
    return Optional.of(new Situation(state, next, closed, followed));
  }

  private Optional<Situation> closing(boolean next) {
    return Optional.of(new Situation(state, listing, next, followed));
  }

  private Optional<Situation> following(boolean next) {
    return Optional.of(new Situation(state, listing, closed, next));
  }

  @Override
  public String toString() {
    return state
        + ", bob is "
        + listing
        + (closed ? ", door closed" : ", door open")
        + (followed ? ", followed" : ", not followed");
  }
}
