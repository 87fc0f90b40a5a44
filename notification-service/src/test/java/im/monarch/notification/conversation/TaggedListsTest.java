package im.monarch.notification.conversation;

import static im.monarch.notification.conversation.Caller.HANGS_UP;
import static im.monarch.notification.conversation.Town.handle;
import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static im.monarch.protocol.vocabulary.ContactList.RL;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.roster.Group;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alice follows bob, who is in no group; she has a group of friends. Dan follows alice. */
class TaggedListsTest {

  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  private final Town town = Town.of("alice", "bob", "carol", "dan");

  @BeforeEach
  void someKnowEachOther() {
    town.where("alice", "bob", FL, AL).where("dan", "alice", FL);
    town.edit("alice", new RosterEdit.AddGroup(new GroupName("Friends")));
  }

  @Test
  void somebodyNewOnTheListGetsAGuid() {
    var alice = town.signedIn("alice", "MSNP10");

    assertThat(alice.says("ADC 9 FL N=carol@example.com F=Caro"))
        .containsExactly("ADC 9 FL N=carol@example.com F=Caro C=" + guid("carol"));
  }

  @Test
  void somebodyNewWhoIsThereIsShown() {
    town.online("carol");
    var alice = town.online("alice", "MSNP11");

    assertThat(alice.says("ADC 9 FL N=carol@example.com F=Caro"))
        .containsExactly(
            "ADC 9 FL N=carol@example.com F=Caro C=" + guid("carol"),
            "ILN 9 NLN carol@example.com Carol 7",
            "UBX carol@example.com 53",
            "<Data><PSM></PSM><CurrentMedia></CurrentMedia></Data>");
  }

  @ParameterizedTest
  @CsvSource({
    "ADC 9 FL N=bob@example.com F=Bob, 215 9",
    "ADC 9 FL N=nobody@example.com F=Bob, 208 9",
    "ADC 9 AL N=nobody@example.com, 208 9",
    "ADC 9 AL N=bob@example.com, 215 9",
    "ADC 9 BL N=bob@example.com, 219 9",
    "ADC 9 RL N=carol@example.com, 201 9",
    "ADC 9 AL N=carol@example.com, ADC 9 AL N=carol@example.com",
    "ADC 9 RL N=dan@example.com, ADC 9 RL N=dan@example.com",
    "REM 9 PL dan@example.com, REM 9 PL dan@example.com",
    "REM 9 PL carol@example.com, 216 9",
    "REM 9 AL carol@example.com, 216 9",
    "REM 9 BL bob@example.com, 216 9",
    "REM 9 AL bob@example.com, REM 9 AL bob@example.com",
    "REM 9 FL bob@example.com, 403 9",
    "REM 9 FL " + UNKNOWN + ", 216 9",
    "ADC 9 FL C=" + UNKNOWN + " " + UNKNOWN + ", 208 9",
    "RMG 9 " + UNKNOWN + ", 224 9",
    "RMG 9 Nothing, 224 9",
    "RMG 9 Other%20Contacts, 224 9",
    "REG 9 " + UNKNOWN + " Work, 224 9",
    "SBP 9 " + UNKNOWN + " MFN Bob, 216 9",
    "SBP 9 " + UNKNOWN + " PHM tel:+1 1, 216 9",
    "ADG 9 Friends, 228 9",
    "PRP 9 MFN Alice%20II, PRP 9 MFN Alice%20II",
    "PRP 9 PHH 555, PRP 9 PHH 555",
    "PRP 9 MBE Y, 715 9",
    "GTC 9 N, GTC 9 N",
    "GTC 9 A, 218 9",
    "BLP 9 BL, BLP 9 BL",
    "BLP 9 AL, 218 9"
  })
  void eachCommandHasItsAnswer(String request, String answer) {
    assertThat(town.signedIn("alice", "MSNP11").says(request)).containsExactly(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADD 9 FL carol@example.com Carol 0",
        "REA 9 alice@example.com Alice",
        "ADC 9 PL N=dan@example.com",
        "REM 9 RL dan@example.com",
        "LST 9 FL",
        "LSG 9"
      })
  void whatIsNoLongerSaidHangsUp(String request) {
    assertThat(town.signedIn("alice", "MSNP10").says(request)).containsExactly(HANGS_UP);
  }

  @Test
  void aContactMovesIntoAGroupAndOutOfIt() {
    var alice = town.signedIn("alice", "MSNP12");
    var both = guid("bob") + ' ' + guidOfFriends();

    assertThat(alice.says("ADC 9 FL C=" + both)).containsExactly("ADC 9 FL C=" + both);
    assertThat(groups("bob")).containsExactly("Friends");
    assertThat(alice.says("ADC 10 FL C=" + both)).containsExactly("215 10");
    assertThat(alice.says("REM 11 FL " + both)).containsExactly("REM 11 FL " + both);
    assertThat(alice.says("REM 12 FL " + both)).containsExactly("225 12");
    assertThat(groups("bob")).containsExactly("Other%20Contacts");
  }

  @Test
  void anUnknownGroupIsRefused() {
    var alice = town.signedIn("alice", "MSNP11");
    var unknown = guid("bob") + ' ' + UNKNOWN;

    assertThat(alice.says("ADC 9 FL C=" + unknown)).containsExactly("224 9");
    assertThat(alice.says("REM 10 FL " + unknown)).containsExactly("224 10");
  }

  @Test
  void aContactIsRemovedByGuid() {
    var alice = town.signedIn("alice", "MSNP11");
    var guid = guid("bob");
    town.signedIn("bob", "MSNP9").says("SYN 8 0");

    assertThat(alice.says("REM 9 FL " + guid)).containsExactly("REM 9 FL " + guid);
    assertThat(alice.says("REM 10 FL " + guid)).containsExactly("216 10");
  }

  @Test
  void groupsGoByGuid() {
    var alice = town.signedIn("alice", "MSNP11");
    var guid = guidOfFriends();

    assertThat(alice.says("REG 9 " + guid + " Pals")).containsExactly("REG 9 " + guid + " Pals");
    assertThat(alice.says("ADG 10 Work"))
        .containsExactly("ADG 10 Work " + guidOfGroup("Work", roster()));
    assertThat(alice.says("RMG 11 " + guid)).containsExactly("RMG 11 " + guid);
  }

  @Test
  void aGroupIsFoundByItsNameEscapedTwice() {
    town.edit("alice", new RosterEdit.AddGroup(new GroupName("New%20Group")));
    var guid = guidOfGroup("New%20Group", roster());

    assertThat(town.signedIn("alice", "MSNP11").says("RMG 9 New%2520Group"))
        .containsExactly("RMG 9 " + guid);
  }

  @Test
  void aContactIsRenamedByGuid() {
    var alice = town.signedIn("alice", "MSNP11");
    var request = "SBP 9 " + guid("bob") + " MFN Bobby";

    assertThat(alice.says(request)).containsExactly(request);
    assertThat(roster().contact(handle("bob")).orElseThrow().nickname())
        .isEqualTo(new FriendlyName("Bobby"));
  }

  @Test
  void aTelephoneNumberOfAContactIsEchoed() {
    var request = "SBP 9 " + guid("bob") + " PHM tel:+15550100 1";

    assertThat(town.signedIn("alice", "MSNP11").says(request)).containsExactly(request);
  }

  @Test
  void aNewNameIsShownToWatchers() {
    var dan = town.online("dan", "MSNP8");
    var alice = town.online("alice", "MSNP10");
    dan.hears();

    alice.says("PRP 9 MFN Alice%20II");

    assertThat(dan.hears()).containsExactly("NLN NLN alice@example.com Alice%20II 7");
  }

  @ParameterizedTest
  @CsvSource({
    "MSNP9, ADD 0 RL 2 bob@example.com Bob, REM 0 RL 3 bob@example.com",
    "MSNP10, ADC 0 RL N=bob@example.com F=Bob, REM 0 RL bob@example.com",
    "MSNP12, ADC 0 RL N=bob@example.com F=Bob, REM 0 RL bob@example.com"
  })
  void whoeverIsAddedHearsOfItInTheirOwnDialect(String dialect, String added, String removed) {
    var carol = town.signedIn("carol", dialect);
    carol.says(dialect.equals("MSNP9") ? "SYN 8 0" : "SYN 8 0 0");
    var bob = town.signedIn("bob", "MSNP11");

    bob.says("ADC 9 FL N=carol@example.com F=Carol");
    assertThat(carol.hears()).containsExactly(added);

    bob.says("REM 10 FL " + guidOfContact("carol", roster("bob")));
    assertThat(carol.hears()).containsExactly(removed);
  }

  @Test
  void whatAnAdministratorDoesIsToldByGuid() {
    var alice = town.signedIn("alice", "MSNP11");
    alice.says("SYN 8 0 0");
    var gone = guid("bob");
    town.where("alice", "bob", AL);
    town.edit(
        "alice",
        new RosterEdit.Arrange(
            handle("carol"), Set.of(FL, AL), List.of(new GroupName("Friends")), Optional.empty()));

    town.tell("alice", new News.Rearranged(roster()));

    assertThat(alice.hears())
        .containsExactly(
            "REM 0 FL " + gone,
            "ADC 0 FL N=carol@example.com F=Carol C=" + guid("carol"),
            "ADC 0 FL C=" + guid("carol") + ' ' + guidOfFriends(),
            "ADC 0 AL N=carol@example.com");
  }

  @Test
  void theListIsShortForExactlyItsTimestamp() {
    var alice = town.signedIn("alice", "MSNP10");
    var stamp = alice.says("SYN 8 0 0").getFirst().split(" ", -1)[2];

    assertThat(alice.says("SYN 9 " + stamp + ' ' + stamp))
        .containsExactly("SYN 9 " + stamp + ' ' + stamp);
    alice.says("PRP 10 PHH 555");
    assertThat(alice.says("SYN 11 " + stamp + ' ' + stamp)).hasSizeGreaterThan(1);
  }

  @Test
  void thoseWhoWaitForAnAnswerArePending() {
    var alice = town.signedIn("alice", "MSNP12");

    assertThat(alice.says("SYN 8 0 0")).contains("LST N=dan@example.com F=Dan 16 1");
    alice.says("ADC 9 AL N=dan@example.com");
    assertThat(roster().contact(handle("dan")).orElseThrow().lists()).containsExactly(AL, RL);
    assertThat(alice.says("SYN 10 0 0")).contains("LST N=dan@example.com F=Dan 10 1");
  }

  private Roster roster() {
    return roster("alice");
  }

  private Roster roster(String owner) {
    return town.rosters.load(handle(owner)).result().orElseThrow();
  }

  private String guid(String contact) {
    return guidOfContact(contact, roster("alice"));
  }

  private static String guidOfContact(String contact, Roster roster) {
    return roster.contact(handle(contact)).orElseThrow().guid().toString();
  }

  private static String guidOfGroup(String group, Roster roster) {
    return roster.groups().stream()
        .filter(one -> one.name().escaped().equals(group))
        .map(one -> one.guid().toString())
        .findFirst()
        .orElseThrow();
  }

  private String guidOfFriends() {
    return guidOfGroup("Friends", roster());
  }

  private List<String> groups(String contact) {
    var book = roster();
    return book.groups().stream()
        .filter(group -> isIn(book, contact, group))
        .map(group -> group.name().escaped())
        .toList();
  }

  private static boolean isIn(Roster book, String contact, Group group) {
    return book.contact(handle(contact)).orElseThrow().groups().contains(group.id());
  }
}
