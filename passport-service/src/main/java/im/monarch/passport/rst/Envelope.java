package im.monarch.passport.rst;

import im.monarch.passport.http.HttpAnswer;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What every answer has around it. Prefixes, quotes and the order of elements are those of the
 * service of the time: many clients search for literal text.
 */
final class Envelope {

  private Envelope() {}

  /**
   * {@code bare} with a message as its body.
   *
   * @param namespaces for the root, each with a blank before it
   * @param status elements for the header
   * @param content what follows the header
   */
  static HttpAnswer around(
      HttpAnswer bare, Instant now, String namespaces, String status, String content) {
    return bare.with("Cache-Control", "no-cache")
        .with("Content-Type", "text/xml; charset=utf-8")
        .with(
            Buffer.buffer(
                """
                <?xml version="1.0" encoding="utf-8" ?>\
                <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"%s><S:Header>\
                <psf:pp \
                xmlns:psf="http://schemas.microsoft.com/Passport/SoapServices/SOAPFault">\
                <psf:serverVersion>1</psf:serverVersion>%s\
                <psf:serverInfo Path="Live1" RollingUpgradeState="ExclusiveNew" \
                LocVersion="0" ServerTime="%s">Monarch</psf:serverInfo>\
                <psf:cookies/><psf:response/></psf:pp></S:Header>%s</S:Envelope>\
                """
                    .formatted(namespaces, status, time(now), content)));
  }

  /** Whole seconds, as some clients read them with a fixed pattern. */
  static String time(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** As content of an element or in double quotes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
