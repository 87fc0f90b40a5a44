package im.monarch.passport.nexus;

import im.monarch.passport.http.HttpAnswer;
import im.monarch.passport.http.HttpRequest;
import im.monarch.passport.http.Page;
import im.monarch.passport.http.Status;
import io.vertx.core.Future;

/**
 * {@code /rdr/pprdr.asp}: names the login page (notes, 5.2). {@code DALogin} has no scheme, as
 * clients put one before it, and a comma follows, as they search for it.
 */
public final class NexusPage implements Page {

  private final HttpAnswer answer;

  public NexusPage(Realm realm) {
    this.answer =
        HttpAnswer.of(Status.OK)
            .with("Content-Type", "text/html")
            .with("Cache-Control", "private")
            .with("Content-Length", "0")
            .with("Connection", "close")
            .with("PassportURLs", urls(realm));
  }

  @Override
  public Future<HttpAnswer> answer(HttpRequest request) {
    return Future.succeededFuture(answer);
  }

  private static String urls(Realm realm) {
    var host = realm.host();
    return String.join(
        ",",
        "DARealm=" + Realm.NAME,
        "DALogin=" + host + Realm.LOGIN,
        "DAReg=https://" + host + "/",
        "Properties=https://" + host + "/",
        "Privacy=https://" + host + "/",
        "GeneralRedir=http://" + host + "/",
        "Help=https://" + host + "/",
        "ConfigVersion=" + realm.configVersion());
  }
}
