package im.monarch.protocol.dialect;

/**
 * What differs in meaning between dialects, by name. Code asks for a trait and switches over all of
 * its constants.
 */
public record Traits(
    Authentication authentication,
    Pictures pictures,
    PingAnswer pingAnswer,
    Participants participants) {

  /** How somebody proves who they are. */
  public enum Authentication {
    /** Not at all: the dialect ends before anybody signs in. */
    NONE,
    /** A Passport ticket, USR TWN; since MSNP8. */
    TWEENER
  }

  /** Whether presence carries a display picture. */
  public enum Pictures {
    /** It does not; a client of this dialect takes an extra word for a broken line. */
    ABSENT,
    /** The MSNObject follows the client id; since MSNP9. */
    RELAYED
  }

  /** How a PNG is answered. */
  public enum PingAnswer {
    /** {@code QNG} */
    BARE,
    /** {@code QNG 60}, the seconds until the next PNG; since MSNP9. */
    WITH_SECONDS
  }

  /** How a switchboard names those who are in a session. */
  public enum Participants {
    /** {@code JOI bob@example.com Bob}; one word more makes clients hang up. */
    BY_NAME,
    /** {@code JOI bob@example.com Bob 1342554172}, the client id; since MSNP12. */
    WITH_CLIENT_ID
  }

  Traits with(Authentication changed) {
    return new Traits(changed, pictures, pingAnswer, participants);
  }

  Traits with(Pictures changed) {
    return new Traits(authentication, changed, pingAnswer, participants);
  }

  Traits with(PingAnswer changed) {
    return new Traits(authentication, pictures, changed, participants);
  }

  Traits with(Participants changed) {
    return new Traits(authentication, pictures, pingAnswer, changed);
  }
}
