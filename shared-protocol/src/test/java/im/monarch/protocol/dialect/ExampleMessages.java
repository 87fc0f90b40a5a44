package im.monarch.protocol.dialect;

import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static im.monarch.protocol.vocabulary.ContactList.RL;
import static im.monarch.protocol.vocabulary.PropertyKey.MOB;
import static im.monarch.protocol.vocabulary.PropertyKey.PHH;
import static im.monarch.protocol.vocabulary.PropertyKey.PHM;

import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.GuidMessage;
import im.monarch.protocol.command.InvitationMessage;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.RosterListing;
import im.monarch.protocol.command.RosterMessage;
import im.monarch.protocol.command.ServiceMessage;
import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.payload.MimeMessage;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.ClientRelease;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.MsnObject;
import im.monarch.protocol.vocabulary.PersonalMessage;
import im.monarch.protocol.vocabulary.PresenceStatus;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import im.monarch.protocol.vocabulary.SwitchboardId;
import im.monarch.protocol.vocabulary.TrId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Messages that the golden lines write, by the name the files use: their own text, or a short one.
 */
final class ExampleMessages {

  private static final Handle ALICE = new Handle("alice@example.com");
  private static final Handle BOB = new Handle("bob@example.com");
  private static final FriendlyName NAME = new FriendlyName("Bob%20B");
  private static final Capabilities CAPABILITIES = new Capabilities(268_435_500);
  private static final Optional<MsnObject> PICTURE = Optional.of(new MsnObject("%3Cmsnobj%2F%3E"));
  private static final TrId TR_ID = new TrId(7);
  private static final ListVersion VERSION = new ListVersion(15);
  private static final GroupId GROUP = new GroupId(2);
  private static final UUID BOB_GUID = UUID.fromString("c1f9a363-4ee9-4a33-a434-b056a4c55b98");
  private static final UUID GROUP_GUID = UUID.fromString("f60efbe7-94af-4b16-b926-e4e10878d329");
  private static final PersonalMessage AT_WORK = new PersonalMessage("at work &amp; so on", "");

  private final Map<String, NsMessage> messages = new LinkedHashMap<>();

  private ExampleMessages() {}

  static Map<String, NsMessage> byName() {
    var examples = new ExampleMessages();
    examples.opening();
    examples.signIn();
    examples.synchronisation();
    examples.presence();
    examples.roster();
    examples.guids();
    examples.services();
    examples.invitations();
    return examples.messages;
  }

  private void add(NsMessage message) {
    add(message.toString(), message);
  }

  private void add(String name, NsMessage message) {
    messages.put(name, message);
  }

  private void opening() {
    var release =
        new ClientRelease(
            "7.0.0813",
            "7.0.0813",
            "6.2.0205",
            "http://dl.example.com/a.exe",
            "http://example.com");
    add(new DsMessage.Ver(TR_ID, List.of("MSNP9")));
    add(new DsMessage.Ver(TR_ID, List.of("MSNP9", "CVR0")));
    add(new DsMessage.Ver(TR_ID, List.of("0")));
    add(new DsMessage.Inf(TR_ID));
    add("Cvr with a release", new DsMessage.Cvr(TR_ID, release));
    add("Cvq with a release", new DsMessage.Cvq(TR_ID, release));
    add(new DsMessage.XfrNs(TR_ID, new HostPort("10.0.0.5", 1863), new HostPort("10.0.0.1", 1864)));
    add(new DsMessage.XfrNs(TR_ID, new HostPort("::1", 1863), new HostPort("localhost", 1864)));
    add(new DsMessage.Refusal(ErrorCode.AUTHENTICATION_FAILED, new TrId(4_294_967_295L)));
    add(new DsMessage.Out());
  }

  private void signIn() {
    add(new NsMessage.UsrChallenge(TR_ID, "lc=1033,id=507"));
    add(new NsMessage.UsrOk(TR_ID, ALICE, new FriendlyName("Alicé%20✓")));
    var profile = MimeMessage.of("text/x-msmsgsprofile; charset=UTF-8").header("Gender", "");
    add("Msg without a body", new NsMessage.Msg(profile.withoutBody()));
    add("Msg with a body", new NsMessage.Msg(MimeMessage.of("text/plain").body("é✓\r\n")));
    add(new NsMessage.Evicted(NsMessage.Evicted.Reason.OTH));
    add(new NsMessage.Evicted(NsMessage.Evicted.Reason.SSD));
    add(new NsMessage.Evicted(NsMessage.Evicted.Reason.MIG));
    add(new NsMessage.Recalled(5));
    add(new NsMessage.Sbs());
    add(new NsMessage.Qng(60));
  }

  private void synchronisation() {
    add(new NsMessage.SynUnchanged(TR_ID, VERSION));
    add("SynFull of nobody", syn(Map.of(), List.of()));
    add("SynFull of three", three());
    add(
        "SynFull of one who waits for an answer",
        syn(
            Map.of(),
            List.of(contact(new Handle("frank@example.com"), Set.of(RL), List.of(), Map.of()))));
    var roster = ((NsMessage.SynFull) three()).roster();
    for (var list : ContactList.values()) {
      add("OneList of three, " + list, new NsMessage.OneList(TR_ID, list, roster));
    }
    add("AllGroups", new NsMessage.AllGroups(TR_ID, roster));
  }

  private static NsMessage three() {
    return syn(
        new TreeMap<>(Map.of(PHH, "123%20(4567)", MOB, "Y")),
        List.of(
            contact(BOB, Set.of(FL, AL, RL), List.of(2, 0, 10), Map.of(PHH, "1%20(222)")),
            contact(new Handle("carol@example.com"), Set.of(AL, RL), List.of(), Map.of()),
            contact(new Handle("dave@example.com"), Set.of(FL, BL), List.of(0), Map.of())));
  }

  private static NsMessage syn(
      Map<PropertyKey, String> properties, List<RosterListing.Contact> contacts) {
    var groups =
        List.of(
            new RosterListing.Group(
                GroupId.OTHER_CONTACTS, GroupName.ofPlain("Other Contacts"), BOB_GUID),
            new RosterListing.Group(GROUP, GroupName.ofPlain("Friends"), GROUP_GUID));
    return new NsMessage.SynFull(
        TR_ID,
        new RosterListing(
            VERSION, NAME, PromptMode.A, PrivacyMode.AL, properties, groups, contacts));
  }

  private static RosterListing.Contact contact(
      Handle handle,
      Set<ContactList> lists,
      List<Integer> groups,
      Map<PropertyKey, String> properties) {
    var ids = new TreeSet<>(groups.stream().map(GroupId::new).toList());
    return new RosterListing.Contact(
        handle, FriendlyName.of(handle), BOB_GUID, lists, ids, properties);
  }

  private void presence() {
    var plain = new Appearance(PresenceStatus.BSY, BOB, NAME, CAPABILITIES, Optional.empty());
    var pictured = new Appearance(PresenceStatus.NLN, BOB, NAME, Capabilities.NONE, PICTURE);
    var capabilities = Optional.of(CAPABILITIES);
    add(
        "Chg echo",
        new NsMessage.Chg(TR_ID, PresenceStatus.HDN, Optional.empty(), Optional.empty()));
    add(
        "Chg echo, client id",
        new NsMessage.Chg(TR_ID, PresenceStatus.NLN, capabilities, Optional.empty()));
    add("Chg echo, picture", new NsMessage.Chg(TR_ID, PresenceStatus.NLN, capabilities, PICTURE));
    add("Iln", new NsMessage.Iln(TR_ID, plain));
    add("Iln, picture", new NsMessage.Iln(TR_ID, pictured));
    add("Nln", new NsMessage.Nln(plain));
    add("Nln, picture", new NsMessage.Nln(pictured));
    var talkative =
        new Appearance(PresenceStatus.NLN, BOB, NAME, Capabilities.NONE, Optional.empty(), AT_WORK);
    add("Nln, personal message", new NsMessage.Nln(talkative));
    add(new NsMessage.Fln(BOB));
    add("Ubx", new NsMessage.Ubx(BOB, AT_WORK));
    add("Ubx, nothing", new NsMessage.Ubx(BOB, PersonalMessage.NONE));
    add(new NsMessage.Uux(TR_ID));
  }

  private void roster() {
    var none = Optional.<GroupId>empty();
    var guid = Optional.of(BOB_GUID);
    add(new RosterMessage.Add(TR_ID, FL, VERSION, BOB, NAME, Optional.of(GROUP), guid));
    add(new RosterMessage.Add(TR_ID, AL, VERSION, BOB, NAME, none, Optional.empty()));
    add(new RosterMessage.Add(TrId.ASYNCHRONOUS, RL, VERSION, BOB, NAME, none, Optional.empty()));
    add(new RosterMessage.Rem(TR_ID, FL, VERSION, BOB, Optional.of(GROUP)));
    add(new RosterMessage.Rem(TrId.ASYNCHRONOUS, RL, VERSION, BOB, none));
    add(new RosterMessage.Adg(TR_ID, VERSION, GroupName.ofPlain("My Work"), GROUP, GROUP_GUID));
    add(new RosterMessage.Rmg(TR_ID, VERSION, GROUP));
    add(new RosterMessage.Reg(TR_ID, VERSION, GROUP, GroupName.ofPlain("My Work")));
    add(new RosterMessage.Rea(TR_ID, VERSION, BOB, NAME));
    add(new RosterMessage.Prp(TR_ID, VERSION, PHH, Optional.of("123")));
    add(new RosterMessage.Prp(TR_ID, VERSION, PHH, Optional.empty()));
    add(new RosterMessage.Bpr(VERSION, BOB, MOB, Optional.of("N")));
    add(new RosterMessage.Bpr(VERSION, BOB, PHH, Optional.empty()));
    add(new RosterMessage.Gtc(TR_ID, VERSION, PromptMode.N));
    add(new RosterMessage.Blp(TR_ID, VERSION, PrivacyMode.BL));
  }

  private void guids() {
    var group = Optional.of(GROUP_GUID);
    add(new GuidMessage.Judged(TR_ID, AL, BOB));
    add(new GuidMessage.AddedToGroup(TR_ID, BOB_GUID, GROUP_GUID));
    add(new GuidMessage.Acknowledged(TR_ID, BOB));
    add(new GuidMessage.ContactRemoved(TR_ID, BOB_GUID, Optional.empty()));
    add(new GuidMessage.ContactRemoved(TR_ID, BOB_GUID, group));
    add(new GuidMessage.Forgotten(TR_ID, BOB));
    add(new GuidMessage.GroupRemoved(TR_ID, GROUP_GUID));
    add(new GuidMessage.GroupRenamed(TR_ID, GROUP_GUID, GroupName.ofPlain("My Work")));
    add(new GuidMessage.SelfRenamed(TR_ID, NAME));
    add(new GuidMessage.ContactRenamed(TR_ID, BOB_GUID, NAME));
    add(new GuidMessage.Annotated(TR_ID, BOB_GUID, PHM, List.of("tel:+1555", "1")));
  }

  private void services() {
    add(new ServiceMessage.Url(TR_ID, "/cgi-bin/HoTMaiL", "https://login.example.com/?lc=1033", 2));
    add(new ServiceMessage.Invited(TR_ID, "SDC"));
    add(new ServiceMessage.Ims(TR_ID, true));
    add(new ServiceMessage.Ims(TR_ID, false));
    add(new ServiceMessage.Chl(TrId.ASYNCHRONOUS, "15570131571988941333"));
    add(new ServiceMessage.Qry(TR_ID));
    add("Gcf", new ServiceMessage.Gcf(TR_ID, "Shields.xml", Payload.utf8("<config></config>")));
  }

  private void invitations() {
    var switchboard = new HostPort("10.0.0.9", 1865);
    add(new InvitationMessage.XfrSb(TR_ID, switchboard, "8a3f.1"));
    add(new InvitationMessage.Rng(new SwitchboardId(11_752_013), switchboard, "97c0.2", BOB, NAME));
  }
}
