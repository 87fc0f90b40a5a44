package im.monarch.deploy.probe;

import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Takes any certificate, and says when it is one that clients may not take. */
final class CertificateWatcher extends X509ExtendedTrustManager {

  private final Dialogue dialogue;

  CertificateWatcher(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  private void look(X509Certificate... chain) {
    var certificate = chain[0];
    var subject = certificate.getSubjectX500Principal();
    dialogue.note(
        subject.equals(certificate.getIssuerX500Principal())
            ? "self-signed certificate of " + subject + ": clients have to be told to trust it"
            : "certificate of " + subject);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
    look(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    look(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    look(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
    // nobody asks the probe about clients
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    // nobody asks the probe about clients
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {
    // nobody asks the probe about clients
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
