package im.monarch.passport.login;

import static im.monarch.passport.stage.OnlyAlice.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.guessing.LoginLimits;
import im.monarch.domain.tickets.Challenge;
import im.monarch.domain.tickets.Nonce;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.passport.http.Header;
import im.monarch.passport.http.HttpAnswer;
import im.monarch.passport.http.HttpRequest;
import im.monarch.passport.http.Status;
import im.monarch.passport.nexus.Realm;
import im.monarch.passport.stage.HandClock;
import im.monarch.passport.stage.OnlyAlice;
import im.monarch.passport.stage.SpelledOut;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LoginPageTest {

  private static final Nonce NONCE = Nonce.fresh();

  private final HandClock clock = new HandClock();
  private final SpelledOut passwords = new SpelledOut();
  private final TicketMint mint =
      new TicketMint(new byte[TicketMint.KEY_BYTES], Duration.ofSeconds(30), clock);
  private final LoginPage page =
      new LoginPage(
          new Realm("login.example.com", 15),
          new PasswordCheck(new OnlyAlice("secret"), passwords, LoginLimits.DEFAULT, clock),
          mint);

  @Test
  void theTicketIsGoodForTheHandleAndTheChallenge() {
    var answer = signIn("Alice@example.com", "secret");

    var ticket = Pattern.compile("from-PP='t=(.+?)&p=',").matcher(authentication(answer));
    assertThat(ticket.find()).isTrue();
    assertThat(mint.accepts(ticket.group(1), ALICE, NONCE)).isTrue();
  }

  @Test
  void theTicketHasNoLetterThatClientsStumbleOver() {
    var answer = signIn("alice@example.com", "secret");

    assertThat(authentication(answer))
        .matches(
            "Passport1\\.4 da-status=success,tname=MSPAuth,tname=MSPProf,tname=MSPSec,"
                + "from-PP='t=[A-Za-z0-9*!$]+&p=',ru=http://messenger\\.msn\\.com");
  }

  @Test
  void aWrongPasswordAndAnUnknownHandleLookTheSame() {
    var wrong = signIn("alice@example.com", "guess");
    var unknown = signIn("nobody@example.com", "guess");
    var impossible = signIn("nobody", "guess");

    assertThat(wrong.status()).isEqualTo(Status.UNAUTHORIZED);
    assertThat(unknown).isEqualTo(wrong);
    assertThat(impossible).isEqualTo(wrong);
  }

  @Test
  void theTextForTheUserStandsLast() {
    assertThat(only(signIn("alice@example.com", "guess"), "WWW-Authenticate"))
        .isEqualTo(
            "Passport1.4 da-status=failed,srealm=Passport.Net,ts=-3,prompt,"
                + "cburl=http://login.example.com/logo.gif,"
                + "cbtxt=The%20e-mail%20address%20or%20password%20is%20incorrect.");
  }

  @Test
  void whoeverNamesNobodyIsAsked() {
    var answer = ask("Passport1.4 tname=,OrgVerb=GET,OrgUrl=x," + challenge());

    assertThat(answer.status()).isEqualTo(Status.UNAUTHORIZED);
    assertThat(only(answer, "WWW-Authenticate")).startsWith("Passport1.4 da-status=failed,");
    assertThat(passwords.checked()).isEmpty();
  }

  @Test
  void withoutAChallengeNobodyNeedTryAgain() {
    var answer = ask("Passport1.4 sign-in=alice@example.com,pwd=secret");

    assertThat(answer.status()).isEqualTo(Status.UNAUTHORIZED);
    assertThat(only(answer, "WWW-Authenticate"))
        .startsWith("Passport1.4 da-status=failed-noretry,");
    assertThat(passwords.checked()).isEmpty();
  }

  @Test
  void aFullPoolIsServiceUnavailable() {
    passwords.beBusy(true);

    assertThat(signIn("alice@example.com", "secret"))
        .isEqualTo(HttpAnswer.of(Status.SERVICE_UNAVAILABLE).with("Retry-After", "5"));
  }

  @Test
  void tooManyGuessesAreServiceUnavailableTillTheyMayGoOn() {
    for (int i = 0; i < 4; i++) {
      signIn("alice@example.com", "guess");
    }

    assertThat(signIn("alice@example.com", "guess"))
        .isEqualTo(HttpAnswer.of(Status.SERVICE_UNAVAILABLE).with("Retry-After", "15"));
  }

  @Test
  void aConfiguredPageElsewhereIsNamed() {
    var elsewhere = LoginPage.elsewhere("https://login2.example.com/login2.srf?lc=1033");

    var answer = elsewhere.answer(request("")).result();

    assertThat(answer)
        .isEqualTo(
            HttpAnswer.of(Status.FOUND)
                .with("Location", "https://login2.example.com/login2.srf?lc=1033")
                .with("Authentication-Info", "Passport1.4 da-status=redir"));
  }

  private HttpAnswer signIn(String handle, String password) {
    return ask(
        "Passport1.4 OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in="
            + handle
            + ",pwd="
            + password
            + ","
            + challenge());
  }

  private HttpAnswer ask(String authorization) {
    return page.answer(request(authorization)).result();
  }

  private static HttpRequest request(String authorization) {
    var headers = List.of(new Header("authorization", authorization));
    return new HttpRequest("GET", "/login2.srf", headers, Buffer.buffer(), "192.0.2.1");
  }

  private String challenge() {
    return Challenge.text(NONCE, clock.instant());
  }

  private static String authentication(HttpAnswer answer) {
    return only(answer, "Authentication-Info");
  }

  private static String only(HttpAnswer answer, String name) {
    return answer.headers().stream()
        .filter(header -> header.name().equals(name))
        .map(Header::value)
        .findFirst()
        .orElseThrow();
  }
}
