package im.monarch.passport.login;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.tickets.Nonce;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationParserTest {

  private static final String ORG = "OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,";
  private static final String TPF = "43f8a4c8ed940c04e3740be46c4d1619";
  private static final String CHALLENGE =
      "lc=1033,id=507,tw=40,fs=1,ru=http%3A%2F%2Fmessenger%2Emsn%2Ecom,ct=1062764229,kpp=1,kv=5,"
          + "ver=2.1.0173.1,tpf="
          + TPF;

  /** {@code {org}} and {@code {challenge}} stand for what is the same everywhere. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          official            | Passport1.4 {org}sign-in=alice%40example.com,pwd=p%40ss%2C1,{challenge} | alice@example.com | p@ss,1
          WinINet             | Passport1.4 sign-in=alice%40example.com,pwd=secret,elapsed-time=12,OrgVerb=GET,OrgUrl=x,{challenge} | alice@example.com | secret
          bitlbee, escapes all| Passport1.4 {org}sign-in=bob%40hotmail%2Ecom,pwd=%73%65cret,{challenge} | bob@hotmail.com | secret
          gtmess, escapes @   | Passport1.4 {org}sign-in=alice%40hotmail.com,pwd=secret,{challenge} | alice@hotmail.com | secret
          aMSN, raw handle    | Passport1.4 {org}sign-in=alice@example.com,pwd=p%2css,{challenge} | alice@example.com | p,ss
          Net::MSN, all raw   | Passport1.4 {org}sign-in=alice@example.com,pwd=p@ss%word,{challenge} | alice@example.com | p@ss%word
          Twisted, raw URL    | Passport1.4 OrgVerb=GET,OrgURL=http://messenger.msn.com,sign-in=a%40example.com,pwd=one,two,{challenge} | a@example.com | one,two
          PHP, a blank        | Passport1.4 {org}sign-in=alice@example.com,pwd=secret, {challenge} | alice@example.com | secret
          scheme twice        | Passport1.4 Passport1.4 {org}sign-in=a@example.com,pwd=s,{challenge} | a@example.com | s
          another case        | PASSPORT1.4  orgverb=GET,ORGURL=x,Sign-In=a@example.com,PWD=s,{challenge} | a@example.com | s
          challenge in front  | Passport1.4 {challenge},{org}pwd=s,sign-in=a@example.com | a@example.com | s
          challenge in middle | Passport1.4 sign-in=a@example.com,pwd=s,{challenge},OrgVerb=GET,OrgUrl=x | a@example.com | s
          shortest            | Passport1.4 sign-in=a@example.com,pwd=s,{challenge} | a@example.com | s
          blanks around       | `  Passport1.4   {org} sign-in= a@example.com ,pwd=s,{challenge}  ` | a@example.com | s
          """)
  void everyClientsFormIsUnderstood(String client, String header, String handle, String password) {
    var text = header.replace("{org}", ORG).replace("{challenge}", CHALLENGE);

    assertThat(AuthorizationParser.parse(List.of(text)))
        .as(client)
        .isEqualTo(new Authorization.Credentials(handle, password, Optional.of(new Nonce(TPF))));
  }

  @Test
  void aChallengePutTogetherAgainWithAnotherTimeIsOurs() {
    var later = CHALLENGE.replace("ct=1062764229", "ct=1062764429"); // gaim adds its clock's error

    assertThat(AuthorizationParser.parse(List.of("Passport1.4 sign-in=a,pwd=s," + later)))
        .isEqualTo(new Authorization.Credentials("a", "s", Optional.of(new Nonce(TPF))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "a,b",
        "a,,b,",
        ",lc",
        "a=b",
        "a,id=507",
        "a,ct=1,tpf=2",
        "a,lc=1",
        "a,pwd=b",
        "a,sign-in=b",
        "a,OrgVerb=GET",
        "100%",
        "%",
        "%%",
        "%zz",
        "50%off",
        "a+b c",
        "it's \"quoted\"",
        " blanks ",
        "tname=",
      })
  void aPasswordSentAsItIsArrivesWhole(String password) {
    var header = "Passport1.4 " + ORG + "sign-in=a@example.com,pwd=" + password + "," + CHALLENGE;

    assertThat(AuthorizationParser.parse(List.of(header)))
        .isEqualTo(
            new Authorization.Credentials("a@example.com", password, Optional.of(new Nonce(TPF))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p%C3%A4ss", "p\u00C3\u00A4ss", "p%E4ss", "p\u00E4ss", "p%c3\u00A4ss"})
  void lettersAreUnderstoodInEveryEncodingOfTheTime(String onTheWire) {
    var header = "Passport1.4 sign-in=a@example.com,pwd=" + onTheWire + "," + CHALLENGE;

    assertThat(AuthorizationParser.parse(List.of(header)))
        .isInstanceOfSatisfying(
            Authorization.Credentials.class,
            credentials -> assertThat(credentials.password()).isEqualTo("p\u00E4ss"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Passport1.4",
        "Passport1.4 ",
        "Passport1.4 tname=,OrgVerb=GET,OrgUrl=http%3A%2F%2Fmessenger%2Emsn%2Ecom," + CHALLENGE,
        "Passport1.4 sign-in=alice@example.com," + CHALLENGE,
        "Passport1.4 pwd=secret," + CHALLENGE,
        "Basic YWxpY2U6c2VjcmV0",
        "Passport1.41 sign-in=alice@example.com,pwd=secret",
        "sign-in=alice@example.com,pwd=secret",
      })
  void withoutCredentialsItIsNobody(String header) {
    assertThat(AuthorizationParser.parse(List.of(header))).isEqualTo(new Authorization.Nobody());
  }

  @Test
  void noHeaderIsNobody() {
    assertThat(AuthorizationParser.parse(List.of())).isEqualTo(new Authorization.Nobody());
  }

  @Test
  void aHeaderOfAnotherSchemeIsPassedOver() {
    var passport = "Passport1.4 sign-in=a@example.com,pwd=s," + CHALLENGE;

    assertThat(AuthorizationParser.parse(List.of("Basic YTpz", passport)))
        .isInstanceOf(Authorization.Credentials.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",lc=1033,id=507",
        ",lc=1033,tpf=",
        ",lc=1033,tpf=43F8A4C8ED940C04E3740BE46C4D1619",
        ",passport=parameters,neat=huh,lc=1033,id=507",
      })
  void withoutOurChallengeThereIsNoNonce(String tail) {
    var header = "Passport1.4 sign-in=a@example.com,pwd=s" + tail;

    assertThat(AuthorizationParser.parse(List.of(header)))
        .isInstanceOfSatisfying(
            Authorization.Credentials.class,
            credentials -> assertThat(credentials.nonce()).isEmpty());
  }

  @Test
  void credentialsDoNotShowTheirPassword() {
    var header = "Passport1.4 sign-in=a@example.com,pwd=hush," + CHALLENGE;

    assertThat(AuthorizationParser.parse(List.of(header)).toString()).doesNotContain("hush");
  }

  @Test
  void nothingAtAllMakesItThrow() {
    var random = new Random(14);
    var pieces =
        List.of(
            "Passport1.4", " ", ",", "=", "%", "sign-in=", "pwd=", "lc=", "tpf=", TPF, "\u00FF");

    for (int i = 0; i < 20_000; i++) {
      var header = new StringBuilder(random.nextBoolean() ? "Passport1.4 " : "");
      for (int n = random.nextInt(12); n > 0; n--) {
        header.append(
            random.nextBoolean() ? pieces.get(random.nextInt(pieces.size())) : noise(random));
      }
      assertThat(AuthorizationParser.parse(List.of(header.toString()))).isNotNull();
    }
  }

  private static String noise(Random random) {
    var bytes = new byte[random.nextInt(8)];
    random.nextBytes(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
