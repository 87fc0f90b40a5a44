package im.monarch.deploy.operate;

/** Why a command did not do what it was asked to, in words for the one who asked. */
final class OperatorFault extends Exception {

  private static final long serialVersionUID = 1;

  OperatorFault(String message) {
    super(message);
  }
}
