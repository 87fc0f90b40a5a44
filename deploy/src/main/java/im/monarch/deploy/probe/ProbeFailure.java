package im.monarch.deploy.probe;

/** The step that failed, and what to look at. */
final class ProbeFailure extends Exception {

  private static final long serialVersionUID = 1;

  private final String check;

  /**
   * @param what happened
   * @param check what to look at
   */
  ProbeFailure(String what, String check) {
    super(what);
    this.check = check;
  }

  String check() {
    return check;
  }
}
