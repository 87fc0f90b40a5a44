package im.monarch.protocol.dialect;

import java.util.HashMap;
import java.util.Map;

/**
 * What differs in meaning between dialects, by name. Code asks for a trait and switches over all of
 * its constants. Each difference is an enum here, and one accessor; immutable.
 */
public final class Traits {

  /** One constant of one difference. */
  public sealed interface Trait {}

  /** How somebody proves who they are. */
  public enum Authentication implements Trait {
    /** Not at all: the dialect ends before anybody signs in. */
    NONE,
    /** A Passport ticket, USR TWN; since MSNP8. */
    TWEENER
  }

  /** What USR OK says behind handle and name. */
  public enum Welcome implements Trait {
    /** {@code USR 7 OK alice@example.com Alice 1 0}, and not restricted; since MSNP8. */
    NAME_VERIFIED_RESTRICTED,
    /** {@code USR 7 OK alice@example.com 1 0}; the name is a property in SYN; since MSNP10. */
    VERIFIED_RESTRICTED
  }

  /** What the profile message tells. */
  public enum ProfileContent implements Trait {
    /** Where the client connects from as well; since MSNP8. */
    PERSON_AND_CLIENT,
    /** That contacts and groups go by GUID as well; since MSNP10. */
    PERSON_CLIENT_AND_MIGRATION
  }

  /** What else a client is told when it has signed in. */
  public enum Greeting implements Trait {
    /** Nothing. */
    PROFILE,
    /** {@code SBS 0 null} before the profile, what is in the mailbox behind it; since MSNP11. */
    PROFILE_AND_MAILBOX
  }

  /** How SYN lists what is stored. */
  public enum Listing implements Trait {
    /** One LST for each contact, the lists as a mask; counts in SYN; since MSNP8. */
    BITMASK,
    /**
     * Words say what they are, {@code N=bob@example.com}; contacts and groups go by GUID, SYN by
     * timestamps, and changes carry no version; since MSNP10.
     */
    TAGGED
  }

  /** Whether a contact is listed with the network it is on. */
  public enum Networks implements Trait {
    /** There is one. */
    ONE,
    /** Its number follows the lists: 1 is Messenger; since MSNP12. */
    NUMBERED
  }

  /** Whether a server may ask for a client's product key, CHL. */
  public enum ChallengeScheme implements Trait {
    /** MD5 of challenge and key; since MSNP6. */
    DIGEST,
    /** The same, mixed with challenge and product id; since MSNP11. */
    MIXED_DIGEST
  }

  /** Whether presence carries a display picture. */
  public enum Pictures implements Trait {
    /** It does not; a client of this dialect takes an extra word for a broken line. */
    ABSENT,
    /** The MSNObject follows the client id; since MSNP9. */
    RELAYED
  }

  /** Whether presence carries what somebody says about themselves, and what they listen to. */
  public enum PersonalMessages implements Trait {
    /** It does not. */
    ABSENT,
    /** UBX behind each line of presence, and whenever it changes; since MSNP11. */
    RELAYED
  }

  /** How a PNG is answered. */
  public enum PingAnswer implements Trait {
    /** {@code QNG} */
    BARE,
    /** {@code QNG 60}, the seconds until the next PNG; since MSNP9. */
    WITH_SECONDS
  }

  /** What OUT can say to a client that is to come back. */
  public enum Eviction implements Trait {
    /** Nothing: it says that the server goes down. */
    FINAL,
    /** {@code OUT MIG}: sign in again; since MSNP10. */
    MIGRATING,
    /** {@code OUT RCT 5} as well: sign in again in so many minutes; since MSNP11. */
    RETURNING
  }

  /** How a switchboard names those who are in a session. */
  public enum Participants implements Trait {
    /** {@code JOI bob@example.com Bob}; one word more makes clients hang up. */
    BY_NAME,
    /** {@code JOI bob@example.com Bob 1342554172}, the client id; since MSNP12. */
    WITH_CLIENT_ID
  }

  private final Map<Class<?>, Trait> traits;

  private Traits(Map<Class<?>, Trait> traits) {
    this.traits = Map.copyOf(traits);
  }

  /** One constant of each difference. */
  static Traits of(Trait... traits) {
    var all = new HashMap<Class<?>, Trait>();
    for (var trait : traits) {
      all.put(trait.getClass(), trait);
    }
    return new Traits(all);
  }

  /** The same but for one difference. */
  Traits with(Trait changed) {
    var all = new HashMap<>(traits);
    all.put(changed.getClass(), changed);
    return new Traits(all);
  }

  private <T extends Trait> T trait(Class<T> difference) {
    return difference.cast(traits.get(difference));
  }

  public Authentication authentication() {
    return trait(Authentication.class);
  }

  public Welcome welcome() {
    return trait(Welcome.class);
  }

  public ProfileContent profileContent() {
    return trait(ProfileContent.class);
  }

  public Greeting greeting() {
    return trait(Greeting.class);
  }

  public Listing listing() {
    return trait(Listing.class);
  }

  public Networks networks() {
    return trait(Networks.class);
  }

  public ChallengeScheme challengeScheme() {
    return trait(ChallengeScheme.class);
  }

  public Pictures pictures() {
    return trait(Pictures.class);
  }

  public PersonalMessages personalMessages() {
    return trait(PersonalMessages.class);
  }

  public PingAnswer pingAnswer() {
    return trait(PingAnswer.class);
  }

  public Eviction eviction() {
    return trait(Eviction.class);
  }

  public Participants participants() {
    return trait(Participants.class);
  }
}
