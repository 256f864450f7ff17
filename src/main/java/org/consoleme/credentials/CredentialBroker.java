package org.consoleme.credentials;

/** Asks STS, as the hub role, for keys to one role. */
public interface CredentialBroker {

    /**
     * @throws org.consoleme.shared.ProblemException {@code Refused} with STS's code if STS says no;
     *     {@code Unavailable} when it does not answer in time or throttles
     * @see <a
     *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
     */
    TemporaryCredentials assume(AssumeRole request);
}
