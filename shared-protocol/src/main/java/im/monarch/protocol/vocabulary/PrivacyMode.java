package im.monarch.protocol.vocabulary;

/** BLP: what happens to people who are on neither the allow list nor the block list. */
public enum PrivacyMode {
  /** They may see and ring the owner. The default. */
  AL,
  /** They may not. */
  BL
}
