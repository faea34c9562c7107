import { createContext, useContext, useEffect } from 'react';

/** Tells the frame whether its page is one where one can apply, and so also on paper. */
export const PaperOfferContext = createContext<(offered: boolean) => void>(() => undefined);

/** Offers paper beside the contact details for as long as the component is shown. */
export function usePaperOffer(): void {
  const offer = useContext(PaperOfferContext);
  useEffect(() => {
    offer(true);
    return () => offer(false);
  }, [offer]);
}
