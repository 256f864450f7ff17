package org.consoleme.inventory;

import java.util.List;
import java.util.function.Consumer;
import org.consoleme.accounts.Account;

/** Reads the IAM objects of an account through its spoke role. */
public interface IamReader {

    /**
     * Hands on each page as it arrives; returns only when the account was read to its end.
     *
     * @throws org.consoleme.shared.ProblemException {@code Refused} with AWS's code if the spoke
     *     role cannot be assumed or may not read; {@code Unavailable} if AWS does not answer; then
     *     what was handed on is not complete
     */
    void read(Account account, Consumer<List<IamObject>> pages);
}
