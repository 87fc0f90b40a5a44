package im.monarch.protocol.vocabulary;

/** How somebody wants to appear; written as its constant's name, upper case only. */
public enum PresenceStatus {
  /** Online. */
  NLN,
  /** Busy. */
  BSY,
  /** Idle. */
  IDL,
  /** Be right back. */
  BRB,
  /** Away. */
  AWY,
  /** On the phone. */
  PHN,
  /** Out to lunch. */
  LUN,
  /** Hidden: signed in, but offline to everybody else. Never sent about somebody. */
  HDN,
  /** Offline. No client may ask for it, and it is never sent in ILN or NLN. */
  FLN;

  /** Whether others may see and ring somebody with this status. */
  public boolean isOpen() {
    return this != HDN && this != FLN;
  }
}
