/**
 * The certificate of the HTTPS listener: the configured one ({@link
 * im.monarch.passport.tls.CertificateFiles}), or one made on the first start and kept ({@link
 * im.monarch.passport.tls.KeptCertificate}). File access blocks: not for event loops.
 */
package im.monarch.passport.tls;
