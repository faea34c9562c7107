import { Component, type ReactNode } from 'react';
import { FetchFault } from './fetch-fault';

interface State {
  error?: unknown;
}

/**
 * Catches what a page could not cope with, such as its script that did not arrive, and offers to
 * load it again. Drafts are in the browser's storage by then.
 */
export class PageBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <FetchFault error={this.state.error} retry={() => location.reload()} whole />;
  }
}
