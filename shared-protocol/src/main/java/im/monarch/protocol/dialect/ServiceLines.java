package im.monarch.protocol.dialect;

import im.monarch.protocol.command.ServiceMessage;

/** How the answers of the small services are written; the same in almost every dialect. */
final class ServiceLines {

  private ServiceLines() {}

  static void write(Lines out, Traits traits, ServiceMessage message) {
    switch (message) {
      case ServiceMessage.Url m -> url(out, traits, m);
      case ServiceMessage.Invited m -> out.line(m.verb(), m.trId(), "OK");
      case ServiceMessage.Ims m -> out.line("IMS", m.trId(), 0, m.on() ? "ON" : "OFF");
      case ServiceMessage.Chl m -> out.line("CHL", m.trId(), m.challenge());
      case ServiceMessage.Qry m -> out.line("QRY", m.trId());
      case ServiceMessage.Gcf m ->
          out.line("GCF", m.trId(), m.file(), m.content().length()).payload(m.content());
    }
  }

  private static void url(Lines out, Traits traits, ServiceMessage.Url m) {
    switch (traits.sites()) {
      case ABSENT -> out.line("URL", m.trId(), m.page(), m.login());
      case NUMBERED -> out.line("URL", m.trId(), m.page(), m.login(), m.site());
    }
  }
}
