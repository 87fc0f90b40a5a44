package im.monarch.passport.rst;

import static im.monarch.passport.stage.OnlyAlice.ALICE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.guessing.LoginLimits;
import im.monarch.domain.tickets.Challenge;
import im.monarch.domain.tickets.Nonce;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.passport.http.Header;
import im.monarch.passport.http.HttpAnswer;
import im.monarch.passport.http.HttpRequest;
import im.monarch.passport.http.Page;
import im.monarch.passport.http.Status;
import im.monarch.passport.login.PasswordCheck;
import im.monarch.passport.stage.HandClock;
import im.monarch.passport.stage.OnlyAlice;
import im.monarch.passport.stage.SpelledOut;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.buffer.Buffer;
import java.io.StringReader;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RstPageTest {

  private static final Nonce NONCE = Nonce.fresh();
  private static final HandClock CLOCK = new HandClock();
  private static final Pattern TICKET =
      Pattern.compile("<wsse:BinarySecurityToken Id=\"PPToken1\">t=([^&<]*)&amp;p=</wsse:");
  private static final Handle BOB = new Handle("bob@example.com");

  private final HandClock clock = new HandClock();
  private final SpelledOut passwords = new SpelledOut();
  private final TicketMint mint =
      new TicketMint(new byte[TicketMint.KEY_BYTES], Duration.ofSeconds(30), clock);
  private final OnlyAlice accounts = new OnlyAlice("secret");
  private final RstPage page =
      new RstPage(
          accounts,
          new PasswordCheck(accounts, passwords, LoginLimits.DEFAULT, clock),
          mint,
          clock);

  // --- tickets

  /** The challenge as clients put it into the address of a policy, escaped as XML. */
  static Stream<String> spellingsOfTheChallenge() {
    var challenge = Challenge.text(NONCE, CLOCK.instant());
    var parts = new ArrayList<>(List.of(challenge.split(",")));
    parts.sort(null);
    return Stream.of(
        challenge,
        challenge.replace(",", "&amp;"),
        URLDecoder.decode(challenge, UTF_8).replace(",", "&amp;"),
        URLDecoder.decode(challenge, UTF_8).replace(",", "&#38;"),
        challenge.replace(",", "&amp;amp;"),
        String.join("&amp;", parts),
        "tpf=" + NONCE.hex() + "&amp;lc=1033",
        challenge.replace(",", "&amp;") + "\r\n",
        challenge.replace(",tpf", "&amp;rn=(null)&amp;tpf"));
  }

  @ParameterizedTest
  @MethodSource("spellingsOfTheChallenge")
  void theTicketIsGoodForTheHandleAndTheChallengeHoweverItIsSpelled(String challenge) {
    var ticket = ticket(ask(Messages.usual(), "alice@example.com", "secret", challenge));

    assertThat(mint.accepts(ticket, ALICE, NONCE)).isTrue();
    assertThat(mint.accepts(ticket, BOB, NONCE)).isFalse();
    assertThat(mint.accepts(ticket, ALICE, Nonce.fresh())).isFalse();
    assertThat(mint.redeems(ticket, ALICE, clock.instant())).isFalse();
  }

  static Stream<String> clients() {
    return Stream.of(
        Messages.usual(),
        Messages.prefixed(),
        Messages.renamed(),
        Messages.single(),
        Messages.bundle(
            Messages.KEY,
            Messages.MESSENGER,
            Messages.wanted("RST2", "contacts.msn.com", Messages.policy("?fs=1&amp;id=24000")),
            Messages.wanted("RST3", "voice.messenger.msn.com", Messages.policy("?id=69264"))));
  }

  @ParameterizedTest
  @MethodSource("clients")
  void everyClientFindsItsTicket(String message) {
    var answer = ask(message, "Alice@Example.com", "secret", challenge());

    assertThat(answer.status()).isEqualTo(Status.OK);
    assertThat(mint.accepts(ticket(answer), ALICE, NONCE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"?id=507", "?", "?lc=1033&amp;id=507,ver=2"})
  void withoutAChallengeTheTicketIsGoodOnce(String policy) {
    var ticket = ticket(ask(messengerWith(policy)));

    assertThat(mint.accepts(ticket, ALICE, NONCE)).isFalse();
    assertThat(mint.redeems(ticket, BOB, clock.instant())).isFalse();
    assertThat(mint.redeems(ticket, ALICE, clock.instant())).isTrue();
    assertThat(mint.redeems(ticket, ALICE, clock.instant())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?tpf=",
        "?lc=1&amp;tpf=0123456789abcdef",
        "?tpf=0123456789ABCDEF0123456789ABCDEF",
        "?tpf=0123456789abcdef0123456789abcdef0",
        "?tpf=0123456789abcdef0123456789abcdeg&amp;lc=1"
      })
  void aChallengeThatIsNoneOfOursGetsNoTicket(String policy) {
    var answer = ask(messengerWith(policy));

    assertThat(text(answer)).contains("<psf:reqstatus>0x8004882C</psf:reqstatus>");
    assertThat(passwords.checked()).isEmpty();
  }

  @Test
  void theServicesThatAreNotHereGetTokensThatOpenNothing() {
    var answer =
        ask(
            Messages.bundle(
                Messages.KEY,
                Messages.wanted("RST1", "messengerclear.live.com", Messages.policy("MBI_KEY_OLD")),
                Messages.wanted("RST2", "contacts.msn.com", Messages.policy("MBI")),
                Messages.wanted("RST3", "contacts.msn.com", Messages.policy("?id=1")),
                Messages.wanted("RST4", "messenger.msn.com", "")));

    var tokens = tokens(answer).toList();
    assertThat(tokens.stream().map(found -> found.group(1)))
        .containsExactly("Compact1", "Compact2", "PPToken3", "Compact4");
    for (var token : tokens) {
      assertThat(mint.redeems(token.group(2), ALICE, clock.instant())).isFalse();
      assertThat(mint.accepts(token.group(2), ALICE, NONCE)).isFalse();
    }
  }

  // --- the answer, to the letter

  @Test
  void theAnswerIsThatOfTheServiceOfTheTime() {
    var answer = ask(Messages.usual(), "alice@example.com", "secret", challenge());

    assertThat(answer.headers())
        .containsExactly(
            new Header("Cache-Control", "no-cache"),
            new Header("Content-Type", "text/xml; charset=utf-8"));
    var key = "[A-Za-z0-9]+={0,2}";
    assertThat(text(answer))
        .matches(
            Stream.of(Expected.answer(mint.issue(ALICE, NONCE)).split("\\*\\*\\*"))
                .map(Pattern::quote)
                .reduce((a, b) -> a + key + b)
                .orElseThrow());
  }

  @Test
  void aWrongPasswordGetsTheFaultThatClientsKnow() {
    var answer = ask(Messages.usual(), "alice@example.com", "guess", challenge());

    assertThat(answer.status()).isEqualTo(Status.OK);
    assertThat(text(answer))
        .isEqualTo(
            Expected.fault(
                "0x80048821",
                "wsse:FailedAuthentication",
                "<faultstring>Authentication Failure</faultstring>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody@example.com", "nobody", "", " ", "a b@example.com"})
  void aWrongPasswordAndAnUnknownHandleLookTheSame(String handle) {
    assertThat(ask(Messages.usual(), handle, "guess", challenge()))
        .isEqualTo(ask(Messages.usual(), "alice@example.com", "guess", challenge()));
    assertThat(passwords.checked()).containsExactly("guess", "guess");
  }

  @Test
  void withoutCredentialsThePasswordIsMissed() {
    var answer =
        ask(Messages.usual().replace("<wsse:Password>%s</wsse:Password>", ""), "a", "", "");

    assertThat(answer.status()).isEqualTo(Status.OK);
    assertThat(text(answer))
        .isEqualTo(
            Expected.fault(
                "0x8004882E",
                "wsse:FailedAuthentication",
                "<faultstring>Authentication Failure</faultstring>"));
  }

  @Test
  void nonsenseIsABadRequest() {
    var answer = ask("hello world");

    assertThat(answer.status()).isEqualTo(Status.BAD_REQUEST);
    assertThat(text(answer))
        .isEqualTo(
            Expected.fault("0x80048820", "S:Client", "<faultstring>Invalid Request</faultstring>"));
  }

  @Test
  void anotherSoapIsAnotherVersion() {
    var answer =
        ask(
            Messages.usual()
                .replace(
                    "http://schemas.xmlsoap.org/soap/envelope/",
                    "http://www.w3.org/2003/05/soap-envelope"));

    assertThat(text(answer)).contains("<faultcode>S:VersionMismatch</faultcode>");
  }

  @Test
  void aFullPoolIsServiceUnavailable() {
    passwords.beBusy(true);

    var answer = ask(Messages.usual(), "alice@example.com", "secret", challenge());

    assertThat(answer.status()).isEqualTo(Status.SERVICE_UNAVAILABLE);
    assertThat(answer.headers()).contains(new Header("Retry-After", "5"));
    assertThat(text(answer))
        .isEqualTo(
            Expected.fault(
                "0x80048820", "S:Server", "<faultstring>Service Unavailable</faultstring>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice@example.com", "nobody@example.com"})
  void tooManyGuessesAreServiceUnavailableTillTheyMayGoOn(String handle) {
    for (int i = 0; i < 4; i++) {
      ask(Messages.usual(), handle, "guess", challenge());
    }

    var answer = ask(Messages.usual(), handle, "secret", challenge());

    assertThat(answer.status()).isEqualTo(Status.SERVICE_UNAVAILABLE);
    assertThat(answer.headers()).contains(new Header("Retry-After", "15"));
    assertThat(passwords.checked()).hasSize(4).doesNotContain("secret");
  }

  @Test
  void whatHasAnotherServerIsRedirectedThere() {
    var elsewhere = RstPage.elsewhere("https://login.example.com/RST.srf", clock);

    var answer = elsewhere.answer(request("POST", "", List.of())).result();

    assertThat(answer.status()).isEqualTo(Status.OK);
    assertThat(text(answer))
        .isEqualTo(
            Expected.fault(
                "0x80048852",
                "psf:Redirect",
                "<psf:redirectUrl>https://login.example.com/RST.srf</psf:redirectUrl>"
                    + "<faultstring>Authentication Failure</faultstring>"));
  }

  // --- HTTP

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT"})
  void onlyPostsAreAnswered(String method) {
    assertThat(page.answer(request(method, "", List.of())).result())
        .isEqualTo(HttpAnswer.of(Status.METHOD_NOT_ALLOWED).with("Allow", "POST"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "GZIP", "identity, gzip", "br"})
  void whatIsCompressedIsNotUnpacked(String encoding) {
    var message = Messages.usual().formatted("alice@example.com", "secret", challenge());
    var headers = List.of(new Header("content-encoding", encoding));

    assertThat(page.answer(request("POST", message, headers)).result())
        .isEqualTo(HttpAnswer.of(Status.UNSUPPORTED_MEDIA_TYPE));
    assertThat(passwords.checked()).isEmpty();
  }

  // --- whatever is asked, what is answered is XML

  @ParameterizedTest
  @ValueSource(strings = {"a&amp;b", "&lt;x/&gt;", "&quot;", "]]&gt;", "ü&#x1F600;", "a&#13;b"})
  void anAddressIsRepeatedAsTextWhateverIsInIt(String address) throws XMLStreamException {
    var answer = ask(Messages.bundle(Messages.wanted("RST0", address, "")));

    var xml = XMLInputFactory.newDefaultFactory();
    var reader = xml.createXMLStreamReader(new StringReader(text(answer)));
    int addresses = 0;
    while (reader.hasNext()) {
      if (reader.next() == 1 && reader.getLocalName().equals("Address")) {
        addresses++;
      }
    }
    assertThat(addresses).isEqualTo(1);
  }

  private static String messengerWith(String policy) {
    return Messages.bundle(Messages.wanted("RST1", "messenger.msn.com", Messages.policy(policy)));
  }

  private static String challenge() {
    return Challenge.text(NONCE, CLOCK.instant()).replace(",", "&amp;");
  }

  private static Stream<MatchResult> tokens(HttpAnswer answer) {
    return Pattern.compile("<wsse:BinarySecurityToken Id=\"(\\w+)\">t=([^&<]+)&amp;p=</wsse:")
        .matcher(text(answer))
        .results();
  }

  private static String ticket(HttpAnswer answer) {
    var ticket = TICKET.matcher(text(answer));
    assertThat(ticket.find()).as(text(answer)).isTrue();
    return ticket.group(1);
  }

  private static String text(HttpAnswer answer) {
    return answer.body().toString(UTF_8);
  }

  private HttpAnswer ask(String message) {
    return ask(message, "alice@example.com", "secret", challenge());
  }

  private HttpAnswer ask(String message, String handle, String password, String challenge) {
    var filled =
        message
            .replaceFirst("<(\\w+):Username>%s", "<$1:Username>" + handle)
            .replaceFirst("<(\\w+):Password>%s", "<$1:Password>" + password)
            .replace("?%s", "?" + challenge);
    return answer(page, filled);
  }

  private static HttpAnswer answer(Page page, String body) {
    return page.answer(request("POST", body, List.of())).result();
  }

  private static HttpRequest request(String method, String body, List<Header> headers) {
    return new HttpRequest(method, "/RST.srf", headers, Buffer.buffer(body), "192.0.2.1");
  }
}
