package im.monarch.notification.conversation;

import im.monarch.domain.accounts.PasswordHash;
import im.monarch.domain.addressbook.AddressBook;
import im.monarch.domain.clients.ClientCatalogue;
import im.monarch.domain.clients.ClientEntry;
import im.monarch.domain.clients.Products;
import im.monarch.domain.guessing.Attempts;
import im.monarch.domain.guessing.LoginLimits;
import im.monarch.domain.limits.Rate;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.LocalDirectory;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.News;
import im.monarch.domain.tickets.Challenge;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.notification.node.Door;
import im.monarch.notification.node.Gate;
import im.monarch.protocol.dialect.Dialects;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.config.NotificationSection.SignIns;
import im.monarch.runtime.config.ProfileSection;
import im.monarch.runtime.reception.Reception;
import im.monarch.runtime.reception.Reception.VerReply;
import im.monarch.runtime.reception.Referral;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One notification node in which everything is real but the store. Nothing waits for anything. */
final class Town {

  static final Instant NOW = Instant.ofEpochSecond(1_726_321_960L);

  /** How many conversations one user may begin. */
  static final int MOST_CONVERSATIONS = 5;

  static final NodeId NODE = new NodeId("node-1");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  final MemoryAccounts accounts = new MemoryAccounts();
  final MemoryLegacySecrets legacySecrets = new MemoryLegacySecrets();
  final MemoryRosters rosters = new MemoryRosters();
  final MortalClaims claims = new MortalClaims();
  final LocalSessions sessions = new LocalSessions();
  final LocalDirectory directory = new LocalDirectory();
  final FakeSwitchboards switchboards = new FakeSwitchboards();
  final FakeNodes nodes = new FakeNodes();
  final Door door =
      new Door(
          NODE,
          sessions,
          new Door.Capacity(10, new SignIns(new Rate(0.001, 100), 5)),
          () -> true,
          () -> 0);
  private final Gate gate =
      new Gate(
          door,
          Referral.toOthers(nodes, NODE, () -> new Random(1_863)),
          true,
          () -> new HostPort("10.0.0.1", 1863));
  private final NsVoice voice = new NsVoice();
  private final TicketMint mint =
      new TicketMint(new byte[TicketMint.KEY_BYTES], Duration.ofSeconds(30), CLOCK);
  private final NsServices services =
      new NsServices(
          NODE,
          settings(),
          accounts,
          rosters,
          new AddressBook(rosters, sessions),
          claims,
          sessions,
          sessions,
          directory,
          mint,
          new LegacySignIn(legacySecrets, new Attempts(LoginLimits.DEFAULT, CLOCK)),
          switchboards,
          gate,
          CLOCK);

  /** Accounts of these names at example.com, who know nobody. */
  static Town of(String... names) {
    var town = new Town();
    for (var name : names) {
      town.register(name);
    }
    return town;
  }

  static Handle handle(String name) {
    return new Handle(name + "@example.com");
  }

  private void register(String name) {
    var friendlyName =
        new FriendlyName(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    var registration = accounts.register(handle(name), friendlyName, new PasswordHash("none"));
    if (registration.failed()) {
      throw new AssertionError(registration.cause());
    }
    rosters.open(handle(name), friendlyName);
  }

  void remove(String name) {
    if (!accounts.remove(handle(name)).result()) {
      throw new AssertionError("no " + name);
    }
    rosters.close(handle(name));
  }

  /** What is on the lists before anybody signs in. */
  Town where(String owner, String contact, ContactList... lists) {
    edit(
        owner, new RosterEdit.Arrange(handle(contact), Set.of(lists), List.of(), Optional.empty()));
    return this;
  }

  void edit(String owner, RosterEdit edit) {
    var edited = rosters.edit(handle(owner), edit).result();
    if (!(edited instanceof Edited.Stored)) {
      throw new AssertionError(owner + ": " + edited);
    }
  }

  /** Somebody who has just connected. */
  Caller caller() {
    return new Caller(this, peer -> new NsConversation(services, voice, peer));
  }

  /** Somebody who has signed in with MSNP9 and said nothing more. */
  Caller signedIn(String name) {
    return signedIn(name, "MSNP9");
  }

  Caller signedIn(String name, String dialect) {
    var caller = caller();
    caller.says("VER 1 " + dialect);
    caller.signsIn(handle(name).address());
    return caller;
  }

  /** Somebody who has signed in and is online. */
  Caller online(String name) {
    return online(name, "MSNP9");
  }

  Caller online(String name, String dialect) {
    var caller = signedIn(name, dialect);
    caller.says("CHG 5 NLN 7");
    return caller;
  }

  /** The ticket that the login page gives to {@code handle} for {@code challenge}. */
  String ticket(String handle, String challenge) {
    return mint.issue(new Handle(handle), Challenge.nonce(challenge).orElseThrow());
  }

  /** The ticket for a client that kept the challenge to itself. */
  String ticketWithoutChallenge(String handle) {
    return mint.issueWithoutChallenge(new Handle(handle));
  }

  void tell(String name, News news) {
    sessions.deliver(news, List.of(handle(name)));
  }

  private static NsSettings settings() {
    return new NsSettings(
        new Reception(Dialects.ALL, VerReply.SINGLE, everybody()),
        new ProfileSection(true, "US", 1033, 1027, 11, 507),
        Duration.ofSeconds(60),
        false,
        new Products(Map.of(), false),
        "example.com",
        "<config/>",
        new Rate(1_000, 1_000),
        new Rate(0.001, MOST_CONVERSATIONS));
  }

  private static ClientCatalogue everybody() {
    var same =
        new ClientEntry.Offer(Optional.empty(), Optional.empty(), Optional.empty(), "dl", "page");
    return new ClientCatalogue(
        List.of(
            new ClientEntry(
                "MSNMSGR",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                same)));
  }
}
