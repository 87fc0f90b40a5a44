package im.monarch.passport.login;

import im.monarch.passport.http.HttpAnswer;
import im.monarch.passport.http.Status;
import im.monarch.passport.nexus.Realm;

/** What the login page says, word for word (notes, 5.5). */
final class LoginAnswers {

  private final Realm realm;

  LoginAnswers(Realm realm) {
    this.realm = realm;
  }

  /**
   * Signed in. A comma has to follow the closing quote of {@code from-PP}; clients repeat what is
   * between the quotes to the notification server.
   */
  HttpAnswer success(String ticket) {
    return HttpAnswer.of(Status.OK)
        .with("Content-Type", "text/html")
        .with("Content-Length", "0")
        .with("Cache-Control", "no-cache")
        .with("PassportConfig", "ConfigVersion=" + realm.configVersion())
        .with(
            "Authentication-Info",
            "Passport1.4 da-status=success,tname=MSPAuth,tname=MSPProf,tname=MSPSec,from-PP='t="
                + ticket
                + "&p=',ru=http://messenger.msn.com");
  }

  /** Another password, or no such account. */
  HttpAnswer failure() {
    return challenge("failed", "The%20e-mail%20address%20or%20password%20is%20incorrect.");
  }

  /** To a client that named nobody yet. */
  HttpAnswer whoAreYou() {
    return challenge("failed", "Type%20your%20e-mail%20address%20and%20password%20to%20sign%20in.");
  }

  /** Without the notification server's challenge no ticket can be good: asking again is no use. */
  HttpAnswer withoutChallenge() {
    return challenge("failed-noretry", "The%20sign-in%20request%20was%20incomplete.");
  }

  /** The text stands last: clients show everything from {@code cbtxt} to the end of the line. */
  private HttpAnswer challenge(String status, String text) {
    return HttpAnswer.of(Status.UNAUTHORIZED)
        .with(
            "WWW-Authenticate",
            "Passport1.4 da-status="
                + status
                + ",srealm="
                + Realm.NAME
                + ",ts=-3,prompt,cburl=http://"
                + realm.host()
                + "/logo.gif,cbtxt="
                + text);
  }
}
