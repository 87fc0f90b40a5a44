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
    /** The digest of a challenge and a secret that the server can read, USR MD5; since MSNP2. */
    MD5,
    /** A Passport ticket, USR TWN; since MSNP8. */
    TWEENER
  }

  /** When a client says with CVR what it is. */
  public enum Introduction implements Trait {
    /** Once it is signed in, to ask for updates; since MSNP2. */
    AFTER_SIGN_IN,
    /** Before USR, at both kinds of server; since MSNP8. */
    BEFORE_SIGN_IN
  }

  /** How dispatch sends a client on. */
  public enum Referral implements Trait {
    /** {@code XFR 3 NS 10.0.0.5:1863} */
    ADDRESS,
    /** {@code XFR 3 NS 10.0.0.5:1863 0}; since MSNP3. */
    ADDRESS_AND_ZERO,
    /** {@code XFR 3 NS 10.0.0.5:1863 0 10.0.0.1:1863}, the current server; since MSNP7. */
    ADDRESS_AND_CURRENT
  }

  /** What USR OK says behind handle and name. */
  public enum Welcome implements Trait {
    /** {@code USR 7 OK alice@example.com Alice} */
    NAME,
    /** {@code USR 7 OK alice@example.com Alice 1}, the account is verified; since MSNP6. */
    NAME_VERIFIED,
    /** {@code USR 7 OK alice@example.com Alice 1 0}, and not restricted; since MSNP8. */
    NAME_VERIFIED_RESTRICTED,
    /** {@code USR 7 OK alice@example.com 1 0}; the name is a property in SYN; since MSNP10. */
    VERIFIED_RESTRICTED
  }

  /** What the profile message tells. */
  public enum ProfileContent implements Trait {
    /** When the session began. */
    LOGIN_TIME,
    /** Who the account is as well; since MSNP3. */
    PERSON,
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
    /** One LST for each list a contact is on, every line with transaction id and version. */
    LONG,
    /** One LST for each contact, the lists as a mask; counts in SYN; since MSNP8. */
    BITMASK,
    /**
     * Words say what they are, {@code N=bob@example.com}; contacts and groups go by GUID, SYN by
     * timestamps, and changes carry no version; since MSNP10.
     */
    TAGGED
  }

  /** What groups are called by. */
  public enum GroupKeys implements Trait {
    /** There are none: whoever is followed is in group 0. */
    NONE,
    /** By number; since MSNP7. */
    NUMBERS
  }

  /** Whether telephone numbers and switches are told, PRP and BPR. */
  public enum ContactProperties implements Trait {
    /** They are not. */
    ABSENT,
    /** They are; since MSNP5. */
    TOLD
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
    /** It may not: the client does not know the command. */
    NONE,
    /** MD5 of challenge and key; since MSNP6. */
    DIGEST,
    /** The same, mixed with challenge and product id; since MSNP11. */
    MIXED_DIGEST
  }

  /** Whether URL names the site that the page belongs to. */
  public enum Sites implements Trait {
    /** It does not. */
    ABSENT,
    /** The number of the site comes last; since MSNP3. */
    NUMBERED
  }

  /** Whether presence says what a client can do. */
  public enum ClientIds implements Trait {
    /** It does not; a client of this dialect takes an extra word for a broken line. */
    ABSENT,
    /** The client id follows the name, {@code 0} if there is none; since MSNP8. */
    RELAYED
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

  public Introduction introduction() {
    return trait(Introduction.class);
  }

  public Referral referral() {
    return trait(Referral.class);
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

  public GroupKeys groupKeys() {
    return trait(GroupKeys.class);
  }

  public ContactProperties contactProperties() {
    return trait(ContactProperties.class);
  }

  public Networks networks() {
    return trait(Networks.class);
  }

  public ChallengeScheme challengeScheme() {
    return trait(ChallengeScheme.class);
  }

  public Sites sites() {
    return trait(Sites.class);
  }

  public ClientIds clientIds() {
    return trait(ClientIds.class);
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
