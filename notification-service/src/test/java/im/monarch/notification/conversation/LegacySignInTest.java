package im.monarch.notification.conversation;

import static im.monarch.notification.conversation.Caller.HANGS_UP;
import static im.monarch.notification.conversation.Town.handle;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.legacy.LegacySecret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** USR MD5: signing in with MSNP2 to MSNP7. */
class LegacySignInTest {

  private static final String ALICE = "alice@example.com";
  private static final String CHALLENGED = "USR 2 MD5 S ";

  private final Town town = Town.of("alice", "bob");

  @BeforeEach
  void give() {
    town.legacySecrets.change(handle("alice"), Optional.of(new LegacySecret("tulip"))).await();
  }

  @ParameterizedTest
  @CsvSource({
    "MSNP2, USR 3 OK alice@example.com Alice",
    "MSNP3, USR 3 OK alice@example.com Alice",
    "MSNP4, USR 3 OK alice@example.com Alice",
    "MSNP5, USR 3 OK alice@example.com Alice",
    "MSNP6, USR 3 OK alice@example.com Alice 1",
    "MSNP7, USR 3 OK alice@example.com Alice 1"
  })
  void theDigestOfChallengeAndSecretSignsIn(String dialect, String welcome) {
    var lines = signIn(dialect, ALICE, "tulip");

    assertThat(lines).startsWith(welcome);
    assertThat(lines.get(1)).startsWith("MSG Hotmail Hotmail ");
    assertThat(town.sessions.count()).isEqualTo(1);
  }

  @Test
  void theProfileOfTheOldestClientsSaysWhenTheyCame() {
    assertThat(signIn("MSNP2", ALICE, "tulip"))
        .containsExactly(
            "USR 3 OK alice@example.com Alice",
            "MSG Hotmail Hotmail 95",
            "MIME-Version: 1.0",
            "Content-Type: text/x-msmsgsprofile; charset=UTF-8",
            "LoginTime: 1726321960");
  }

  @Test
  void theProfileOfLaterClientsSaysNotWhereTheyAre() {
    assertThat(signIn("MSNP7", ALICE, "tulip"))
        .contains("LoginTime: 1726321960", "PreferredEmail: alice@example.com", "MSPAuth: ")
        .noneMatch(line -> line.startsWith("ClientIP") || line.startsWith("ClientPort"));
  }

  @ParameterizedTest
  @CsvSource({
    "alice@example.com, rose",
    "alice@example.com, ''",
    "bob@example.com, tulip",
    "nobody@example.com, tulip"
  })
  void whateverIsWrongLooksTheSame(String who, String secret) {
    var caller = town.caller();
    caller.says("VER 1 MSNP7");

    var challenge = caller.says("USR 2 MD5 I " + who).getFirst();
    var answer = caller.says("USR 3 MD5 S " + md5(word(challenge) + secret));

    assertThat(challenge).matches("USR 2 MD5 S 1726321960\\.\\d{18}");
    assertThat(answer).containsExactly("911 3", HANGS_UP);
    assertThat(town.sessions.count()).isZero();
  }

  @Test
  void anAnswerIsGoodOnItsConnectionOnly() {
    var first = town.caller();
    first.says("VER 1 MSNP7");
    var digest = md5(word(first.says("USR 2 MD5 I " + ALICE).getFirst()) + "tulip");
    first.says("USR 3 MD5 S " + digest);
    var second = town.caller();
    second.says("VER 1 MSNP7");
    second.says("USR 2 MD5 I " + ALICE);

    assertThat(second.says("USR 3 MD5 S " + digest)).containsExactly("911 3", HANGS_UP);
  }

  @Test
  void whoGuessesTooOftenIsRefusedEvenIfRight() {
    for (int i = 0; i < 10; i++) {
      assertThat(signIn("MSNP7", ALICE, "guess" + i)).containsExactly("911 3", HANGS_UP);
    }

    assertThat(signIn("MSNP7", ALICE, "tulip")).containsExactly("911 3", HANGS_UP);
  }

  @Test
  void whoIsRightMayComeBackAsOftenAsTheyLike() {
    for (int i = 0; i < 50; i++) {
      assertThat(signIn("MSNP7", ALICE, "tulip").getFirst()).startsWith("USR 3 OK");
    }
  }

  @Test
  void withoutTheStoreNobodyIsTold() {
    town.legacySecrets.goAway();

    assertThat(signIn("MSNP5", ALICE, "tulip")).containsExactly("910 3", HANGS_UP);
  }

  @Test
  void somebodyElseMayBeNamedBeforeTheAnswer() {
    var caller = town.caller();
    caller.says("VER 1 MSNP2");
    caller.says("USR 1 MD5 I bob@example.com");

    var challenge = word(caller.says("USR 2 MD5 I " + ALICE).getFirst());

    assertThat(caller.says("USR 3 MD5 S " + md5(challenge + "tulip")).getFirst())
        .isEqualTo("USR 3 OK alice@example.com Alice");
  }

  /** Which requests lead where before somebody is signed in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MSNP2      | INF 2                            | INF 2 MD5 (stays)
          MSNP7      | INF 2                            | INF 2 MD5 (stays)
          MSNP8      | INF 2                            | ''
          MSNP7      | VER 2 MSNP7                      | 715 2
          MSNP7      | CVR 2 0x0409 a b c MSNMSGR 4.7   | 731 2
          MSNP7      | CVR 2 spaghetti                  | 731 2
          MSNP7      | USR 2 TWN I alice@example.com    | ''
          MSNP7      | USR 2 MD5 I alice                | 911 2
          MSNP7      | USR 2 MD5 S 0123                 | 911 2
          MSNP8      | USR 2 MD5 I alice@example.com    | ''
          MSNP7      | SYN 2 0                          | ''
          MSNP7      | LST 2 FL                         | ''
          MSNP7      | PNG                              | ''
          MSNP7      | OUT                              | OUT
          challenged | VER 2 MSNP7                      | 715 2
          challenged | CVR 2 0x0409 a b c MSNMSGR 4.7   | 715 2
          challenged | INF 2                            | ''
          challenged | SYN 2 0                          | ''
          challenged | OUT                              | OUT
          """)
  void beforeSigningInARequestIsAnswered(String state, String request, String reply) {
    var caller = town.caller();
    caller.says("VER 1 " + state.replace("challenged", "MSNP7"));
    if (state.equals("challenged")) {
      caller.says("USR 2 MD5 I " + ALICE);
    }

    var lines = caller.says(request);

    var expected = new ArrayList<String>();
    if (!reply.isEmpty()) {
      expected.add(reply.replace(" (stays)", ""));
    }
    if (!reply.endsWith(" (stays)")) {
      expected.add(HANGS_UP);
    }
    assertThat(lines).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "USR 9 MD5 I alice@example.com, 207 9",
    "USR 9 MD5 S 0123, 207 9",
    "INF 9, (hangs up)",
    "CVR 9 0x0409 a b c MSNMSGR 6.0.0602, CVR 9 6.0.0602 6.0.0602 6.0.0602 dl page"
  })
  void afterSigningInARequestIsAnswered(String request, String reply) {
    var caller = town.caller();
    signIn(caller, "MSNP7", ALICE, "tulip");

    assertThat(caller.says(request)).containsExactly(reply);
  }

  private List<String> signIn(String dialect, String who, String secret) {
    return signIn(town.caller(), dialect, who, secret);
  }

  private static List<String> signIn(Caller caller, String dialect, String who, String secret) {
    caller.says("VER 1 " + dialect);
    var challenge = word(caller.says("USR 2 MD5 I " + who).getFirst());
    return caller.says("USR 3 MD5 S " + md5(challenge + secret));
  }

  private static String word(String challenge) {
    assertThat(challenge).startsWith(CHALLENGED);
    return challenge.substring(CHALLENGED.length());
  }

  private static String md5(String text) {
    try {
      var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
