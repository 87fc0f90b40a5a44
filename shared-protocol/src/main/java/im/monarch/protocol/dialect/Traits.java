package im.monarch.protocol.dialect;

import java.util.HashMap;
import java.util.Map;

/**
 * What differs in meaning between dialects, by name. Code asks for a trait and switches over all of
 * its constants. A trait that no dialect has changed is its first constant: what the oldest one
 * means.
 */
public final class Traits {

  /** Those of the oldest dialect. */
  static final Traits OLDEST = new Traits(Map.of());

  private final Map<Class<?>, Enum<?>> changed;

  private Traits(Map<Class<?>, Enum<?>> changed) {
    this.changed = Map.copyOf(changed);
  }

  /** These, but for one that is {@code constant} from now on. */
  Traits with(Enum<?> constant) {
    var revised = new HashMap<>(changed);
    revised.put(constant.getDeclaringClass(), constant);
    return new Traits(revised);
  }

  public Authentication authentication() {
    return trait(Authentication.NONE);
  }

  public Pictures pictures() {
    return trait(Pictures.ABSENT);
  }

  public PingAnswer pingAnswer() {
    return trait(PingAnswer.BARE);
  }

  public Participants participants() {
    return trait(Participants.BY_NAME);
  }

  public Listing listing() {
    return trait(Listing.BITMASK);
  }

  public OwnName ownName() {
    return trait(OwnName.AT_SIGN_IN);
  }

  public Greeting greeting() {
    return trait(Greeting.PROFILE);
  }

  public PersonalMessages personalMessages() {
    return trait(PersonalMessages.ABSENT);
  }

  public ChallengeAnswer challengeAnswer() {
    return trait(ChallengeAnswer.MD5);
  }

  public Eviction eviction() {
    return trait(Eviction.FINAL);
  }

  public Networks networks() {
    return trait(Networks.ONE);
  }

  private <T extends Enum<T>> T trait(T oldest) {
    var type = oldest.getDeclaringClass();
    return type.cast(changed.getOrDefault(type, oldest));
  }

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

  /** How lists and their changes are written. */
  public enum Listing {
    /** One LST for each contact, the lists as a mask; changes carry the list version. */
    BITMASK,
    /**
     * Words say what they are, {@code N=bob@example.com}; contacts and groups go by GUID, SYN by
     * timestamps, and changes carry no version; since MSNP10.
     */
    TAGGED
  }

  /** Where a client learns what its user is called. */
  public enum OwnName {
    /** In USR OK. */
    AT_SIGN_IN,
    /** In SYN, as the property MFN, which also changes it; since MSNP10. */
    IN_THE_LIST
  }

  /** What follows USR OK. */
  public enum Greeting {
    /** The profile. */
    PROFILE,
    /** {@code SBS 0 null}, the profile, and what is in the mailbox; since MSNP11. */
    PROFILE_AND_MAILBOX
  }

  /** Whether presence carries what somebody says about themselves, and what they listen to. */
  public enum PersonalMessages {
    ABSENT,
    /** UBX behind each line of presence, and whenever it changes; since MSNP11. */
    RELAYED
  }

  /** What answers a challenge. */
  public enum ChallengeAnswer {
    /** The MD5 of challenge and product key. */
    MD5,
    /** The same, mixed with challenge and product id; since MSNP11. */
    MIXED
  }

  /** What OUT can say to a client that is to come back. */
  public enum Eviction {
    /** Nothing: it says that the server goes down. */
    FINAL,
    /** {@code OUT MIG}: sign in again; since MSNP10. */
    MIGRATING,
    /** {@code OUT RCT 5} as well: sign in again in so many minutes; since MSNP11. */
    RETURNING
  }

  /** Whether a contact is listed with the network it is on. */
  public enum Networks {
    /** There is one. */
    ONE,
    /** Its number follows the lists: 1 is Messenger; since MSNP12. */
    NUMBERED
  }
}
