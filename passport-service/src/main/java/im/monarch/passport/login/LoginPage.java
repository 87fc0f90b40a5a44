package im.monarch.passport.login;

import im.monarch.domain.tickets.Nonce;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.passport.http.HttpAnswer;
import im.monarch.passport.http.HttpRequest;
import im.monarch.passport.http.Page;
import im.monarch.passport.http.Status;
import im.monarch.passport.login.Authorization.Credentials;
import im.monarch.passport.nexus.Realm;
import io.vertx.core.Future;

/** {@code /login2.srf}: a password against a ticket for the challenged connection. */
public final class LoginPage implements Page {

  private final LoginAnswers answers;
  private final PasswordCheck passwords;
  private final TicketMint mint;

  public LoginPage(Realm realm, PasswordCheck passwords, TicketMint mint) {
    this.answers = new LoginAnswers(realm);
    this.passwords = passwords;
    this.mint = mint;
  }

  /**
   * A page that sends everybody to another login page, where they repeat what they said here.
   *
   * @param location absolute, https
   */
  public static Page elsewhere(String location) {
    return Page.always(
        HttpAnswer.of(Status.FOUND)
            .with("Location", location)
            .with("Authentication-Info", "Passport1.4 da-status=redir"));
  }

  @Override
  public Future<HttpAnswer> answer(HttpRequest request) {
    return switch (AuthorizationParser.parse(request.header("Authorization"))) {
      case Authorization.Nobody() -> Future.succeededFuture(answers.whoAreYou());
      case Credentials credentials ->
          credentials
              .nonce()
              .map(nonce -> signIn(credentials, nonce, request.address()))
              .orElseGet(() -> Future.succeededFuture(answers.withoutChallenge()));
    };
  }

  private Future<HttpAnswer> signIn(Credentials credentials, Nonce nonce, String address) {
    return passwords
        .check(credentials.handle(), credentials.password(), address)
        .map(
            outcome ->
                switch (outcome) {
                  case PasswordCheck.Outcome.Right(var handle) ->
                      answers.success(mint.issue(handle, nonce));
                  case PasswordCheck.Outcome.Wrong() -> answers.failure();
                  case PasswordCheck.Outcome.TryLater(var pause) -> HttpAnswer.tryAgain(pause);
                });
  }
}
