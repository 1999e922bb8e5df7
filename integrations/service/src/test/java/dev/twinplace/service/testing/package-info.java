/** What the tests of the service share. */
package dev.twinplace.service.testing;
