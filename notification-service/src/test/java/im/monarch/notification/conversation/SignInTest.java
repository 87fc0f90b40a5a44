package im.monarch.notification.conversation;

import static im.monarch.notification.conversation.Caller.FAULT;
import static im.monarch.notification.conversation.Caller.HANGS_UP;
import static im.monarch.notification.conversation.Town.handle;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.sessions.News;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

  private static final String ALICE = "alice@example.com";
  private static final String BOB = "bob@example.com";

  private final Town town = Town.of("alice", "bob");
  private final Caller caller = town.caller();

  @Test
  void aClientSignsIn() {
    assertThat(caller.says("VER 4 MSNP9 MSNP8 CVR0")).containsExactly("VER 4 MSNP9");
    assertThat(caller.says("CVR 5 0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS " + ALICE))
        .containsExactly("CVR 5 6.0.0602 6.0.0602 6.0.0602 dl page");
    var challenge = caller.challenge(ALICE);
    var ticket = town.ticket(ALICE, challenge);

    var welcome = caller.says("USR 7 TWN S t=" + ticket + "&p=");

    assertThat(welcome.subList(0, 4))
        .containsExactly(
            "USR 7 OK alice@example.com Alice 1 0",
            "MSG Hotmail Hotmail " + profile(ticket).length(),
            "MIME-Version: 1.0",
            "Content-Type: text/x-msmsgsprofile; charset=UTF-8");
    assertThat(String.join("\r\n", welcome.subList(2, welcome.size())) + "\r\n\r\n")
        .isEqualTo(profile(ticket));
  }

  /** As the source has it (wiki-msnp9). */
  private static String profile(String ticket) {
    return """
    MIME-Version: 1.0
    Content-Type: text/x-msmsgsprofile; charset=UTF-8
    LoginTime: 1726321960
    EmailEnabled: 1
    MemberIdHigh: 1
    MemberIdLow: 2
    lang_preference: 1033
    PreferredEmail: alice@example.com
    country: US
    PostalCode:_
    Gender:_
    Kid: 0
    Age:_
    BDayPre:_
    Birthday:_
    Wallet:_
    Flags: 1027
    sid: 507
    kv: 11
    MSPAuth: %s
    ClientIP: 192.168.1.111
    ClientPort: 18183

    """
        .formatted(ticket)
        .replace(":_", ": ")
        .replace("\n", "\r\n");
  }

  @Test
  void aClientOfMsnp10LearnsNoNameAndThatGuidsAreInUse() {
    caller.says("VER 4 MSNP10");

    var welcome = caller.signsIn(ALICE);

    assertThat(welcome.getFirst()).isEqualTo("USR 3 OK alice@example.com 1 0");
    assertThat(welcome.get(2)).isEqualTo("MIME-Version: 1.0");
    assertThat(welcome.getLast()).isEqualTo("ABCHMigrated: 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MSNP11", "MSNP12"})
  void laterOnesAreToldOfTheirMailbox(String dialect) {
    caller.says("VER 4 " + dialect);

    var welcome = caller.signsIn(ALICE);

    assertThat(welcome.subList(0, 2))
        .containsExactly("USR 3 OK alice@example.com 1 0", "SBS 0 null");
    assertThat(welcome)
        .containsSubsequence(
            "ABCHMigrated: 1",
            "Content-Type: text/x-msmsgsinitialmdatanotification; charset=UTF-8",
            "Inbox-URL: /cgi-bin/HoTMaiL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"t=%s&p=", "t=%s&p=profile", "%s", "t=%s&amp;p=", "t=%s", "t=%s&amp;p=profile"})
  void aTicketComesInManyWrappings(String wrapping) {
    caller.says("VER 1 MSNP9");
    var ticket = town.ticket(ALICE, caller.challenge(ALICE));

    assertThat(caller.says("USR 3 TWN S " + wrapping.formatted(ticket)).getFirst())
        .isEqualTo("USR 3 OK alice@example.com Alice 1 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "t=&p=", "t=x$y&p=", "t=t=&p=", "t=%zz", "%", "%00", "t%3D%26"})
  void whatIsNoTicketIsRefused(String ticket) {
    caller.says("VER 1 MSNP9");
    caller.challenge(ALICE);

    assertThat(caller.says("USR 3 TWN S x" + ticket)).containsExactly("911 3", HANGS_UP);
    assertNobodyIsSeated();
  }

  @Test
  void aTicketMayBeEscapedAsAnAddressIs() {
    caller.says("VER 1 MSNP9");
    var ticket = town.ticket(ALICE, caller.challenge(ALICE));
    var escaped = URLEncoder.encode("t=" + ticket + "&amp;p=", UTF_8);

    assertThat(caller.says("USR 3 TWN S " + escaped).getFirst())
        .isEqualTo("USR 3 OK alice@example.com Alice 1 0");
  }

  @Test
  void aTicketWithoutAChallengeIsTakenOnce() {
    var other = town.caller();
    other.says("VER 1 MSNP9");
    other.challenge(ALICE);
    caller.says("VER 1 MSNP9");
    caller.challenge(ALICE);
    var ticket = town.ticketWithoutChallenge(ALICE);

    assertThat(caller.says("USR 3 TWN S t=" + ticket + "&p=").getFirst())
        .isEqualTo("USR 3 OK alice@example.com Alice 1 0");
    assertThat(other.says("USR 3 TWN S t=" + ticket + "&p=")).containsExactly("911 3", HANGS_UP);
  }

  @Test
  void aTicketOfSomebodyElseIsRefused() {
    caller.says("VER 1 MSNP9");
    var ticket = town.ticket(BOB, caller.challenge(ALICE));

    assertThat(caller.says("USR 3 TWN S t=" + ticket + "&p=")).containsExactly("911 3", HANGS_UP);
  }

  @Test
  void aTicketForAnotherConnectionIsRefused() {
    var other = town.caller();
    other.says("VER 1 MSNP9");
    var ticket = town.ticket(ALICE, other.challenge(ALICE));
    caller.says("VER 1 MSNP9");
    caller.challenge(ALICE);

    assertThat(caller.says("USR 3 TWN S t=" + ticket + "&p=")).containsExactly("911 3", HANGS_UP);
  }

  @Test
  void everyConnectionHasAChallengeOfItsOwn() {
    var other = town.caller();
    other.says("VER 1 MSNP9");
    caller.says("VER 1 MSNP9");

    assertThat(caller.challenge(ALICE)).isNotEqualTo(other.challenge(ALICE));
  }

  @Test
  void somebodyWithoutAnAccountIsChallengedAndRefused() {
    caller.says("VER 1 MSNP9");

    assertThat(caller.signsIn("nobody@example.com")).containsExactly("911 3", HANGS_UP);
    assertNobodyIsSeated();
  }

  @Test
  void anAccountRemovedMeanwhileIsRefused() {
    caller.says("VER 1 MSNP9");
    var ticket = town.ticket(ALICE, caller.challenge(ALICE));
    town.rosters.close(handle("alice"));

    assertThat(caller.says("USR 3 TWN S t=" + ticket + "&p=")).containsExactly("911 3", HANGS_UP);
    assertNobodyIsSeated();
  }

  @Test
  void withoutAStoreTheServerIsTooBusy() {
    town.accounts.goAway();
    caller.says("VER 1 MSNP9");

    assertThat(caller.signsIn(ALICE)).containsExactly("910 3", HANGS_UP);
    assertNobodyIsSeated();
  }

  @Test
  void aStoreThatGoesAwayMeanwhileLeavesNothingBehind() {
    town.rosters.goAway();
    caller.says("VER 1 MSNP9");

    assertThat(caller.signsIn(ALICE)).containsExactly("910 3", HANGS_UP);
    assertNobodyIsSeated();
  }

  @Test
  void whatBreaksIsAFault() {
    town.accounts.breakDown();
    caller.says("VER 1 MSNP9");

    assertThat(caller.signsIn(ALICE)).containsExactly(FAULT);
  }

  @Test
  void whoeverSignsInInCapitalsIsTheSamePerson() {
    caller.says("VER 1 MSNP8");

    assertThat(caller.signsIn("Alice@Example.COM").getFirst())
        .isEqualTo("USR 3 OK alice@example.com Alice 1 0");
  }

  @Test
  void aNewcomerIsNotSeenAndSeesNobody() {
    town.where("alice", "bob", FL).where("bob", "alice", FL);
    var bob = town.online("bob");

    var alice = town.signedIn("alice");

    assertThat(bob.hears()).isEmpty();
    assertThat(alice.hears()).isEmpty();
  }

  /** Which requests lead where before somebody is signed in; a dialect is the state after VER. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          connected  | VER 1 FOO                | VER 1 0
          connected  | OUT                      | OUT
          connected  | CVR 1 {cvr}              | ''
          connected  | USR 1 TWN I {alice}      | ''
          connected  | USR 1 TWN S t=x          | ''
          connected  | PNG                      | ''
          connected  | SYN 1 0                  | ''
          MSNP9      | VER 2 MSNP9              | 715 2
          MSNP9      | CVQ 2 {cvr}              | ''
          MSNP9      | CVR 2 spaghetti          | 731 2
          MSNP9      | USR 2 TWN S t=x          | 911 2
          MSNP9      | USR 2 TWN I alice        | 911 2
          MSNP9      | USR 2 MD5 I {alice}      | ''
          MSNP9      | INF 2                    | ''
          MSNP9      | SYN 2 0                  | ''
          MSNP9      | CHG 2 NLN 0              | ''
          MSNP9      | CHG 2 FLN                | ''
          MSNP9      | PNG                      | ''
          MSNP9      | ADD 2 FL {alice} Alice   | ''
          MSNP9      | XFR 2 SB                 | ''
          MSNP9      | OUT                      | OUT
          MSNP9      | CVR 2 {cvr}              | CVR 2 6.0.0602 6.0.0602 6.0.0602 dl page (stays)
          MSNP9      | CVR 2 0x1111 a b c d e   | 710 2 (stays)
          CVR0       | CVQ 2 {cvr}              | CVQ 2 6.0.0602 6.0.0602 6.0.0602 dl page
          CVR0       | CVQ 2 0x0409 a b c d e   | 420 2 (stays)
          CVR0       | CVR 2 {cvr}              | ''
          CVR0       | USR 2 TWN I {alice}      | ''
          challenged | VER 3 MSNP9              | 715 3
          challenged | CVR 3 {cvr}              | 715 3
          challenged | USR 3 TWN I {alice}      | ''
          challenged | USR 3 TWN S t=x          | 911 3
          challenged | SYN 3 0                  | ''
          challenged | CHG 3 NLN 0              | ''
          challenged | PNG                      | ''
          challenged | CHG 3 FLN                | ''
          challenged | ADD 3 FL a@b Alice       | ''
          challenged | OUT                      | OUT
          """)
  void beforeSigningInARequestIsAnswered(String state, String request, String reply) {
    bring(state);

    var lines =
        caller.says(
            request
                .replace("{alice}", ALICE)
                .replace("{cvr}", "0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS " + ALICE));

    boolean stays = reply.endsWith(" (stays)");
    var expected = new ArrayList<String>();
    if (!reply.isEmpty()) {
      expected.add(reply.replace(" (stays)", ""));
    }
    if (!stays) {
      expected.add(HANGS_UP);
    }
    assertThat(lines).isEqualTo(expected);
  }

  private void bring(String state) {
    if (!state.equals("connected")) {
      caller.says("VER 1 " + state.replace("challenged", "MSNP9"));
    }
    if (state.equals("challenged")) {
      caller.challenge(ALICE);
    }
  }

  /** Nothing of a sign-in that failed is left, and the account is free. */
  private void assertNobodyIsSeated() {
    assertThat(town.sessions.count()).isZero();
    assertThat(town.directory.find(List.of(handle("alice"))).result()).isEmpty();
    town.tell("alice", new News.TakenOver(1_000));
    assertThat(caller.hears()).isEmpty();
  }
}
