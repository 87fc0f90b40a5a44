package im.monarch.protocol.dialect;

import im.monarch.protocol.command.ServiceMessage;

/** How the answers of the small services are written; the same in every dialect that has them. */
final class ServiceLines {

  private ServiceLines() {}

  static void write(Lines out, ServiceMessage message) {
    switch (message) {
      case ServiceMessage.Url m -> out.line("URL", m.trId(), m.page(), m.login(), m.site());
      case ServiceMessage.Invited m -> out.line(m.verb(), m.trId(), "OK");
      case ServiceMessage.Ims m -> out.line("IMS", m.trId(), 0, m.on() ? "ON" : "OFF");
      case ServiceMessage.Chl m -> out.line("CHL", m.trId(), m.challenge());
      case ServiceMessage.Qry m -> out.line("QRY", m.trId());
      case ServiceMessage.Gcf m ->
          out.line("GCF", m.trId(), m.file(), m.content().length()).payload(m.content());
    }
  }
}
